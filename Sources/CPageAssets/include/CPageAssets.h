// The files that a page holds: its style, its script, and the engine as a compressed WebAssembly module.
#ifndef C_PAGE_ASSETS_H
#define C_PAGE_ASSETS_H

#include <stddef.h>
#include <stdint.h>

// page.css, UTF-8.
const uint8_t *page_css(void);
size_t page_css_length(void);

// page.js, UTF-8.
const uint8_t *page_js(void);
size_t page_js_length(void);

// page-engine.wasm, compressed by LZMA (.lzma); built by checks/page-engine/build.
const uint8_t *page_engine(void);
size_t page_engine_length(void);

#endif
