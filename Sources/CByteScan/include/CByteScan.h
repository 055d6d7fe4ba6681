#ifndef C_BYTE_SCAN_H
#define C_BYTE_SCAN_H
#endif
