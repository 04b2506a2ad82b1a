/* CharLS on the command line, for tests and benchmarks.
   encode COLUMNS ROWS BITS COMPONENTS ILV NEAR MAXVAL T1 T2 T3 RESET RAW JLS   (0 for a default)
   decode JLS RAW
   time JLS RUNS                 best CPU time of a decode in nanoseconds, and the bytes it gives */
#include <charls/charls.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void *slurp(const char *path, size_t *size) {
    FILE *f = fopen(path, "rb");
    if (!f) exit(3);
    fseek(f, 0, SEEK_END);
    *size = (size_t)ftell(f);
    rewind(f);
    void *bytes = malloc(*size + 1);
    if (fread(bytes, 1, *size, f) != *size) exit(3);
    fclose(f);
    return bytes;
}

static void spill(const char *path, const void *bytes, size_t size) {
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(bytes, 1, size, f) != size) exit(3);
    fclose(f);
}

static void must(charls_jpegls_errc error) {
    if (error) {
        fprintf(stderr, "%s\n", charls_get_error_message(error));
        exit(4);
    }
}

static size_t decode(const void *stream, size_t length, void **pixels) {
    charls_jpegls_decoder *d = charls_jpegls_decoder_create();
    size_t size;
    must(charls_jpegls_decoder_set_source_buffer(d, stream, length));
    must(charls_jpegls_decoder_read_header(d));
    must(charls_jpegls_decoder_get_destination_size(d, 0, &size));
    if (!*pixels) *pixels = malloc(size + 1);
    must(charls_jpegls_decoder_decode_to_buffer(d, *pixels, size, 0));
    charls_jpegls_decoder_destroy(d);
    return size;
}

int main(int argc, char **argv) {
    size_t size;
    void *pixels = NULL;
    if (argc == 15 && !strcmp(argv[1], "encode")) {
        charls_frame_info info = {(uint32_t)atoi(argv[2]), (uint32_t)atoi(argv[3]), atoi(argv[4]), atoi(argv[5])};
        charls_jpegls_pc_parameters preset = {atoi(argv[8]), atoi(argv[9]), atoi(argv[10]), atoi(argv[11]), atoi(argv[12])};
        void *raw = slurp(argv[13], &size);
        size_t room = 2 * size + 4096, used;
        void *stream = malloc(room);
        charls_jpegls_encoder *e = charls_jpegls_encoder_create();
        must(charls_jpegls_encoder_set_destination_buffer(e, stream, room));
        must(charls_jpegls_encoder_set_frame_info(e, &info));
        must(charls_jpegls_encoder_set_interleave_mode(e, (charls_interleave_mode)atoi(argv[6])));
        must(charls_jpegls_encoder_set_near_lossless(e, atoi(argv[7])));
        must(charls_jpegls_encoder_set_preset_coding_parameters(e, &preset));
        must(charls_jpegls_encoder_encode_from_buffer(e, raw, size, 0));
        must(charls_jpegls_encoder_get_bytes_written(e, &used));
        spill(argv[14], stream, used);
        return 0;
    }
    if (argc != 4) return 2;
    void *stream = slurp(argv[2], &size);
    if (!strcmp(argv[1], "decode")) {
        size_t given = decode(stream, size, &pixels);
        spill(argv[3], pixels, given);
        return 0;
    }
    long best = 0;
    size_t given = 0;
    for (int i = 0; i < atoi(argv[3]); i++) {
        struct timespec from, to;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
        given = decode(stream, size, &pixels);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
        long ns = (to.tv_sec - from.tv_sec) * 1000000000L + to.tv_nsec - from.tv_nsec;
        if (!best || ns < best) best = ns;
    }
    printf("%ld %zu\n", best, given);
    return 0;
}
