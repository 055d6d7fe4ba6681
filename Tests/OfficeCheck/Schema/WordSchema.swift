extension OfficeSchema {
    /// The parts of documents (ECMA-376, part 1, annex A.1), as far as the project may come to write them.
    static let word = OfficeSchema(
        """
        document | | body
        body | | (p,tbl,bookmarkStart,bookmarkEnd,sdt)* sectPr?
        hdr ftr | | (p,tbl)+
        p | rsidR=hex rsidRPr=hex rsidRDefault=hex rsidP=hex \
        | pPr? (r,hyperlink,fldSimple,bookmarkStart,bookmarkEnd,proofErr,ins,del)*
        pPr | | \(paragraph) rPr? sectPr? pPrChange?
        r | rsidR=hex rsidRPr=hex \
        | rPr? (br,t,delText,instrText,noBreakHyphen,softHyphen,sym,cr,tab,fldChar,lastRenderedPageBreak)*
        rPr | | \(run)
        pPr/rPr | | ins? del? moveFrom? moveTo? \(run)
        t delText instrText | | text
        br | type=page/column/textWrapping clear=none/left/right/all |
        sym | font=text char=hex |
        tab noBreakHyphen softHyphen cr lastRenderedPageBreak | |
        fldChar | fldCharType=begin/separate/end! dirty=onOff fldLock=onOff |
        fldSimple | instr=id! dirty=onOff fldLock=onOff | (r,hyperlink,fldSimple,bookmarkStart,bookmarkEnd)*
        hyperlink | r:id=id anchor=id history=onOff tooltip=text | (r,fldSimple,bookmarkStart,bookmarkEnd)*
        bookmarkStart | id=count! name=id! |
        bookmarkEnd | id=count! |
        proofErr | type=text! |
        ins del | id=count! author=text! date=text | r*
        pStyle rStyle tblStyle basedOn next link | val=id! |
        keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap \
        overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid contextualSpacing mirrorIndents \
        suppressOverlap b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof vanish webHidden rtl \
        cs specVanish oMath cantSplit tblHeader hidden noWrap tcFitText hideMark titlePg formProt noEndnote rtlGutter \
        bidiVisual autoRedefine semiHidden unhideWhenUsed qFormat locked isLgl | val=onOff |
        framePr | dropCap=text lines=count w=count h=count hSpace=count vSpace=count wrap=text vAnchor=text hAnchor=text \
        x=int xAlign=text y=int yAlign=text |
        numPr | | ilvl? numId?
        ilvl numId outlineLvl | val=count! |
        pBdr | | top? left? bottom? right? between? bar?
        tblBorders | | top? left? bottom? right? insideH? insideV?
        tcBorders | | top? left? bottom? right? insideH? insideV? tl2br? tr2bl?
        pgBorders | | top? left? bottom? right?
        top left bottom right between bar insideH insideV tl2br tr2bl bdr \
        | val=nil/none/single/thick/double/dotted/dashed/dotDash/dotDotDash/triple/wave! sz=count space=count color=rgb \
        shadow=onOff frame=onOff |
        shd | val=nil/clear/solid/pct10/pct12/pct15/pct20/pct25! color=rgb fill=rgb |
        tabs | | tab+
        tabs/tab | val=clear/left/center/right/decimal/bar/num! leader=none/dot/hyphen/underscore/heavy/middleDot pos=int! |
        spacing | before=count beforeAutospacing=onOff after=count afterAutospacing=onOff line=int \
        lineRule=auto/exact/atLeast |
        rPr/spacing position | val=int! |
        ind | left=int right=int start=int end=int hanging=count firstLine=count |
        jc | val=left/center/right/both/distribute/start/end! |
        tblPr/jc trPr/jc | val=left/center/right/start/end! |
        textDirection | val=lrTb/tbRl/btLr/lrTbV/tbRlV/tbLrV! |
        textAlignment | val=top/center/baseline/bottom/auto! |
        rFonts | hint=default/eastAsia/cs ascii=text hAnsi=text eastAsia=text cs=text asciiTheme=text hAnsiTheme=text \
        eastAsiaTheme=text cstheme=text |
        color | val=rgb! themeColor=text themeTint=hex themeShade=hex |
        w | val=count! |
        kern sz szCs | val=count! |
        highlight | val=text! |
        u | val=none/single/words/double/thick/dotted/dash/wave! color=rgb |
        vertAlign | val=baseline/superscript/subscript! |
        lang themeFontLang | val=text eastAsia=text bidi=text |
        tbl | | (bookmarkStart,bookmarkEnd)* tblPr tblGrid tr+
        tblPr | | tblStyle? tblpPr? tblOverlap? bidiVisual? tblStyleRowBandSize? tblStyleColBandSize? tblW? jc? \
        tblCellSpacing? tblInd? tblBorders? shd? tblLayout? tblCellMar? tblLook? tblCaption? tblDescription?
        tblStyleRowBandSize tblStyleColBandSize | val=count! |
        tblW tblCellSpacing tblInd tcW wBefore wAfter tblCellMar/top tblCellMar/left tblCellMar/bottom tblCellMar/right \
        tcMar/top tcMar/left tcMar/bottom tcMar/right | w=int! type=nil/pct/dxa/auto! |
        tblLayout | type=fixed/autofit! |
        tblCellMar tcMar | | top? left? bottom? right?
        tblLook | val=hex firstRow=onOff lastRow=onOff firstColumn=onOff lastColumn=onOff noHBand=onOff noVBand=onOff |
        tblCaption tblDescription | val=text! |
        tblGrid | | gridCol+
        gridCol | w=count! |
        tr | rsidR=hex rsidRPr=hex rsidTr=hex | tblPrEx? trPr? tc+
        trPr | | (cnfStyle,divId,gridBefore,gridAfter,wBefore,wAfter,cantSplit,trHeight,tblHeader,tblCellSpacing,jc,hidden)*
        gridBefore gridAfter gridSpan | val=count! |
        trHeight | val=count hRule=auto/exact/atLeast |
        tc | | tcPr? (p,tbl,bookmarkStart,bookmarkEnd)*
        tcPr | | cnfStyle? tcW? gridSpan? hMerge? vMerge? tcBorders? shd? noWrap? tcMar? textDirection? tcFitText? vAlign? \
        hideMark?
        vMerge hMerge | val=restart/continue |
        vAlign | val=top/center/both/bottom! |
        sectPr | rsidR=hex | (headerReference,footerReference)* footnotePr? endnotePr? type? pgSz pgMar paperSrc? pgBorders? \
        lnNumType? pgNumType? cols? formProt? vAlign? noEndnote? titlePg? textDirection? bidi? rtlGutter? docGrid?
        headerReference footerReference | type=default/first/even! r:id=id! |
        type | val=nextPage/nextColumn/continuous/evenPage/oddPage! |
        pgSz | w=count! h=count! orient=portrait/landscape code=count |
        pgMar | top=int! right=count! bottom=int! left=count! header=count! footer=count! gutter=count! |
        pgNumType | fmt=text start=count |
        cols | space=count num=count equalWidth=onOff sep=onOff |
        docGrid | type=default/lines/linesAndChars/snapToChars linePitch=count charSpace=int |
        \(styles)
        """, prefix: "w:")

    private static let paragraph = """
        pStyle? keepNext? keepLines? pageBreakBefore? framePr? widowControl? numPr? suppressLineNumbers? pBdr? shd? tabs? \
        suppressAutoHyphens? kinsoku? wordWrap? overflowPunct? topLinePunct? autoSpaceDE? autoSpaceDN? bidi? \
        adjustRightInd? snapToGrid? spacing? ind? contextualSpacing? mirrorIndents? suppressOverlap? jc? textDirection? \
        textAlignment? textboxTightWrap? outlineLvl? divId? cnfStyle?
        """

    private static let run = """
        rStyle? rFonts? b? bCs? i? iCs? caps? smallCaps? strike? dstrike? outline? shadow? emboss? imprint? noProof? \
        snapToGrid? vanish? webHidden? color? spacing? w? kern? position? sz? szCs? highlight? u? effect? bdr? shd? fitText? \
        vertAlign? rtl? cs? em? lang? eastAsianLayout? specVanish? oMath?
        """

    private static let styles = """
        styles | | docDefaults? latentStyles? style*
        docDefaults | | rPrDefault? pPrDefault?
        rPrDefault | | rPr?
        pPrDefault | | pPr?
        latentStyles | defLockedState=onOff defUIPriority=count defSemiHidden=onOff defUnhideWhenUsed=onOff \
        defQFormat=onOff count=count | lsdException*
        lsdException | name=id! locked=onOff uiPriority=count semiHidden=onOff unhideWhenUsed=onOff qFormat=onOff |
        style | type=paragraph/character/table/numbering! styleId=id! default=onOff customStyle=onOff | name aliases? \
        basedOn? next? link? autoRedefine? hidden? uiPriority? semiHidden? unhideWhenUsed? qFormat? locked? rsid? pPr? rPr? \
        tblPr? trPr? tcPr?
        name aliases | val=id! |
        uiPriority | val=count! |
        rsid | val=hex! |
        numbering | | abstractNum* num*
        abstractNum | abstractNumId=count! | nsid? multiLevelType? tmpl? name? styleLink? numStyleLink? lvl*
        nsid tmpl | val=hex! |
        multiLevelType | val=singleLevel/multilevel/hybridMultilevel! |
        lvl | ilvl=count! tplc=hex tentative=onOff | start? numFmt? lvlRestart? pStyle? isLgl? suff? lvlText? lvlJc? pPr? rPr?
        start lvlRestart | val=count! |
        numFmt | val=decimal/upperRoman/lowerRoman/upperLetter/lowerLetter/bullet/none! |
        suff | val=tab/space/nothing! |
        lvlText | val=text |
        lvlJc | val=left/center/right/start/end! |
        num | numId=count! | abstractNumId lvlOverride*
        abstractNumId | val=count! |
        lvlOverride | ilvl=count! | startOverride? lvl?
        startOverride | val=count! |
        """
}
