#include "CPageAssets.h"

// The compiler embeds files in every edition of C, and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t css[] = {
#embed "page.css"
};
static const uint8_t js[] = {
#embed "page.js"
};
static const uint8_t engine[] = {
#embed "page-engine.wasm.lzma"
};

const uint8_t *page_css(void) { return css; }
size_t page_css_length(void) { return sizeof css; }

const uint8_t *page_js(void) { return js; }
size_t page_js_length(void) { return sizeof js; }

const uint8_t *page_engine(void) { return engine; }
size_t page_engine_length(void) { return sizeof engine; }
