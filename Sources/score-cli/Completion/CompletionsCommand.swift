import Documents
import Words

/// `completions`: a few lines for a shell, which ask the program what may follow.
enum CompletionsCommand {
    /// The shells that are known.
    enum Shell: String, CaseIterable {
        case bash, zsh, fish
    }

    /// The word with which a shell asks.
    static let question = "__complete"

    static func run(_ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        guard let shell = Shell(rawValue: arguments.operands[0]) else { return .usage }
        return console.write(stub(of: shell))
    }

    /// Answers a shell: the shell, the position of the word that is typed, and all words with the program first.
    ///
    /// A shell that asks for anything else gets no answer: nothing is to be seen while somebody types.
    static func answer(_ words: [String], _ language: Language) -> String {
        guard words.count >= 2, let shell = Shell(rawValue: words[0]), let position = Int(words[1]), position > 0 else {
            return ""
        }
        let line = Array(words.dropFirst(2))
        guard position <= line.count else { return "" }
        var before = Array(line[1..<position])
        var current = position < line.count ? line[position] : ""
        var cut = 0
        if shell == .bash {
            // Bash takes `--unit=phu` for three words, and replaces the last of them.
            (before, current, cut) = joined(before, current)
        }
        let answer = CompletionAnswer(behind: before, current: current).text(in: language)
        if cut == 0 { return answer }
        return answer.split(separator: "\n").enumerated().map { $0 == 0 ? $1 : $1.dropFirst(cut) }
            .joined(separator: "\n") + "\n"
    }

    /// The words with equals signs put back, and how much of the last one bash does not replace.
    private static func joined(_ before: [String], _ current: String) -> (before: [String], current: String, cut: Int) {
        var words: [String] = []
        var isBehindSign = false
        for word in before + [current] {
            if word == "=", let last = words.last, last.hasPrefix("--") {
                words[words.count - 1] = last + "="
                isBehindSign = true
            } else if isBehindSign {
                words[words.count - 1] += word
                isBehindSign = false
            } else {
                words.append(word)
            }
        }
        let last = words.removeLast()
        // The sign alone is the word that is typed: what follows it is put behind.
        let cut = last.hasPrefix("--") ? last.firstIndex(of: "=").map { last[...$0].count } : nil
        return (words, last, cut ?? 0)
    }

    static func stub(of shell: Shell) -> String {
        switch shell {
        case .bash:
            """
            # bash: the words that may follow are those that score-cli itself names.
            #     source <(score-cli completions bash)
            _score_cli() {
                local answer line word=${COMP_WORDS[COMP_CWORD]}
                [[ $word == = ]] && word=
                mapfile -t answer < <("$1" \(question) bash "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null)
                COMPREPLY=()
                for line in "${answer[@]:1}"; do
                    # A list shows what words mean; what is inserted is the word alone.
                    if [[ $COMP_TYPE == 63 ]]; then COMPREPLY+=("${line/$'\\t'/  }")
                    else printf -v line %q "${line%%$'\\t'*}"; COMPREPLY+=("$line"); fi
                done
                [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
                case ${answer[0]} in
                files) compopt -o filenames; mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$word") ;;
                folders) compopt -o filenames; mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$word") ;;
                esac
            }
            complete -o nosort -F _score_cli score-cli

            """
        case .zsh:
            """
            #compdef score-cli
            # zsh: the words that may follow are those that score-cli itself names.
            #     score-cli completions zsh > ~/.zfunc/_score-cli
            _score-cli() {
                local -a answer plain open
                local line entry
                answer=("${(@f)$("${words[1]}" \(question) zsh $((CURRENT - 1)) "${(@)words}" 2>/dev/null)}")
                for line in "${(@)answer[2,-1]}"; do
                    entry="${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}"
                    if [[ ${line%%$'\\t'*} == *= ]]; then open+=("$entry"); else plain+=("$entry"); fi
                done
                (( $#plain )) && _describe -V word plain
                (( $#open )) && _describe -V word open -S ''
                [[ ${answer[1]} == words ]] || compset -P '--*='
                case ${answer[1]} in
                files) _files ;;
                folders) _files -/ ;;
                esac
            }
            compdef _score-cli score-cli
            [[ $funcstack[1] == _score-cli ]] && _score-cli "$@"

            """
        case .fish:
            """
            # fish: the words that may follow are those that score-cli itself names.
            #     score-cli completions fish > ~/.config/fish/completions/score-cli.fish
            function __score_cli
                set -l before (commandline -opc)
                set -l word (commandline -ct)
                set -l answer ($before[1] \(question) fish (count $before) $before "$word" 2>/dev/null)
                for line in $answer[2..-1]
                    echo $line
                end
                switch "$answer[1]"
                    case files
                        __fish_complete_path (string replace -r '^--[^=]*=' '' -- "$word")
                    case folders
                        __fish_complete_directories (string replace -r '^--[^=]*=' '' -- "$word") ''
                end
            end
            complete -c score-cli -f -a '(__score_cli)'

            """
        }
    }
}
