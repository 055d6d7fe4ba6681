// What the modules use of zlib, declared as zlib.h of version 1.3 does, for compilers without a C library: that header asks
// for those of one. checks/embedded compiles with it; nothing is linked there.
#ifndef ZLIB_H
#define ZLIB_H

#define ZLIB_VERSION "1.3"

typedef unsigned char Byte, Bytef;
typedef unsigned int uInt;
typedef unsigned long uLong, uLongf;
typedef void *voidpf;
typedef voidpf (*alloc_func)(voidpf opaque, uInt items, uInt size);
typedef void (*free_func)(voidpf opaque, voidpf address);
struct internal_state;

typedef struct z_stream_s {
    Bytef *next_in;
    uInt avail_in;
    uLong total_in;
    Bytef *next_out;
    uInt avail_out;
    uLong total_out;
    char *msg;
    struct internal_state *state;
    alloc_func zalloc;
    free_func zfree;
    voidpf opaque;
    int data_type;
    uLong adler;
    uLong reserved;
} z_stream;
typedef z_stream *z_streamp;

#define Z_NO_FLUSH 0
#define Z_FINISH 4
#define Z_OK 0
#define Z_STREAM_END 1
#define Z_BUF_ERROR (-5)
#define Z_DEFLATED 8
#define Z_DEFAULT_STRATEGY 0

int deflateInit2_(
    z_streamp stream, int level, int method, int windowBits, int memLevel, int strategy, const char *version,
    int stream_size);
int deflate(z_streamp stream, int flush);
int deflateEnd(z_streamp stream);
int inflateInit2_(z_streamp stream, int windowBits, const char *version, int stream_size);
int inflate(z_streamp stream, int flush);
int inflateReset(z_streamp stream);
int inflateEnd(z_streamp stream);
uLong crc32(uLong crc, const Bytef *bytes, uInt count);

#endif
