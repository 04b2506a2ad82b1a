// Decodes one frame of each DICOM file given, by the native libraries of Debian, in this process and thread,
// and prints lines as `tyde bench decode` does: the fastest of several runs after warming up, by the thread's
// processor time.
//
// g++ -O2 -o native-decode native-decode.cpp $(decode.sh says which libraries)
#include <charls/charls.h>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <openjpeg.h>
#include <openjph/ojph_arch.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_message.h>
#include <openjph/ojph_params.h>

// jpeglib.h wants stdio first
#include <cstdio>
#include <jpeglib.h>

#include <cstring>
#include <ctime>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

using Bytes = std::vector<unsigned char>;

static double processor() {
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void measure(const std::string &name, const char *library, size_t bytes, const std::function<void()> &decode) {
    try {
        double end = processor() + 200;
        for (int i = 0; i < 2 || processor() < end; i++) decode();
        double best = 1e9;
        end = processor() + 600;
        for (int i = 0; i < 5 || processor() < end; i++) {
            double start = processor();
            decode();
            double took = processor() - start;
            if (took < best) best = took;
        }
        std::printf("%-30s %-38s %9.3f %14.0f\n", name.c_str(), library, best, bytes / best / 1e3);
    } catch (const std::exception &failed) {
        std::printf("%-30s %-38s %s\n", name.c_str(), library, failed.what());
    }
    std::fflush(stdout);
}

// --- a codestream in memory as OpenJPEG's stream
struct Source {
    const Bytes *bytes;
    size_t at;
};

static OPJ_SIZE_T readSource(void *into, OPJ_SIZE_T count, void *data) {
    auto *source = static_cast<Source *>(data);
    size_t left = source->bytes->size() - source->at;
    if (left == 0) return static_cast<OPJ_SIZE_T>(-1);
    if (count > left) count = left;
    std::memcpy(into, source->bytes->data() + source->at, count);
    source->at += count;
    return count;
}

static OPJ_OFF_T skipSource(OPJ_OFF_T count, void *data) {
    static_cast<Source *>(data)->at += count;
    return count;
}

static OPJ_BOOL seekSource(OPJ_OFF_T to, void *data) {
    static_cast<Source *>(data)->at = to;
    return OPJ_TRUE;
}

static void openJpeg(const Bytes &bytes) {
    Source source{&bytes, 0};
    auto *stream = opj_stream_create(1 << 20, OPJ_TRUE);
    opj_stream_set_user_data(stream, &source, nullptr);
    opj_stream_set_user_data_length(stream, bytes.size());
    opj_stream_set_read_function(stream, readSource);
    opj_stream_set_skip_function(stream, skipSource);
    opj_stream_set_seek_function(stream, seekSource);
    auto *codec = opj_create_decompress(OPJ_CODEC_J2K);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_setup_decoder(codec, &parameters);
    opj_image_t *image = nullptr;
    bool done = opj_read_header(stream, codec, &image) && opj_decode(codec, stream, image);
    opj_image_destroy(image);
    opj_destroy_codec(codec);
    opj_stream_destroy(stream);
    if (!done) throw std::runtime_error("OpenJPEG does not decode it");
}

static long sum; // of what was decoded, so that nothing is left out

static void openJph(const Bytes &bytes) {
    ojph::mem_infile file;
    file.open(bytes.data(), bytes.size());
    ojph::codestream codestream;
    codestream.read_headers(&file);
    codestream.set_planar(false);
    codestream.create();
    auto size = codestream.access_siz();
    ojph::ui32 height = size.get_recon_height(0);
    for (ojph::ui32 row = 0; row < height * size.get_num_components(); row++) {
        ojph::ui32 component;
        ojph::line_buf *line = codestream.pull(component);
        sum += line->i32[0];
    }
    codestream.close();
}

static void charLs(const Bytes &bytes, Bytes &into) {
    charls::jpegls_decoder decoder{bytes, true};
    decoder.decode(into);
}

// the slow integer inverse DCT and fancy upsampling are its defaults
static void turbo(const Bytes &bytes, Bytes &into) {
    jpeg_decompress_struct jpeg;
    jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, bytes.data(), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = jpeg.num_components == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = into.data() + static_cast<size_t>(jpeg.output_scanline) * jpeg.output_width * jpeg.output_components;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
}

static void ofDcmtk(DcmDataset *set, Bytes &into) {
    DcmElement *element = nullptr;
    set->findAndGetElement(DCM_PixelData, element);
    Uint32 fragment = 0;
    OFString colour;
    auto said = OFstatic_cast(DcmPixelData *, element)
                    ->getUncompressedFrame(set, 0, fragment, into.data(), static_cast<Uint32>(into.size()), colour);
    if (said.bad()) throw std::runtime_error(said.text());
}

static Bytes firstFrame(DcmDataset *set) {
    DcmElement *element = nullptr;
    DcmPixelSequence *sequence = nullptr;
    E_TransferSyntax syntax;
    const DcmRepresentationParameter *parameter = nullptr;
    set->findAndGetElement(DCM_PixelData, element);
    auto *pixels = OFstatic_cast(DcmPixelData *, element);
    pixels->getOriginalRepresentationKey(syntax, parameter);
    if (pixels->getEncapsulatedRepresentation(syntax, parameter, sequence).bad()) return {};
    Bytes all;
    for (unsigned long i = 1; i < sequence->card(); i++) {
        DcmPixelItem *item = nullptr;
        Uint8 *bytes = nullptr;
        sequence->getItem(item, i);
        item->getUint8Array(bytes);
        all.insert(all.end(), bytes, bytes + item->getLength());
    }
    return all;
}

static void file(const char *path) {
    DcmFileFormat format;
    if (format.loadFile(path).bad()) {
        std::printf("%s cannot be read\n", path);
        return;
    }
    auto *set = format.getDataset();
    set->loadAllDataIntoMemory();
    std::string name = std::strrchr(path, '/') ? std::strrchr(path, '/') + 1 : path;
    Uint16 rows = 0, columns = 0, samples = 1, allocated = 8;
    set->findAndGetUint16(DCM_Rows, rows);
    set->findAndGetUint16(DCM_Columns, columns);
    set->findAndGetUint16(DCM_SamplesPerPixel, samples);
    set->findAndGetUint16(DCM_BitsAllocated, allocated);
    Bytes into(static_cast<size_t>(rows) * columns * samples * (allocated / 8));
    Bytes frame = firstFrame(set);
    OFString syntax; // from the meta information: DCMTK 3.6.7 does not know HTJ2K
    format.getMetaInfo()->findAndGetOFString(DCM_TransferSyntaxUID, syntax);
    std::string uid = syntax.c_str();
    if (uid.find("1.2.840.10008.1.2.4.20") == 0) {
        measure(name, "OpenJPH 0.9", into.size(), [&] { openJph(frame); });
        measure(name, "OpenJPEG 2.5 (HT)", into.size(), [&] { openJpeg(frame); });
    } else if (uid == "1.2.840.10008.1.2.4.80" || uid == "1.2.840.10008.1.2.4.81") {
        measure(name, "CharLS 2.4", into.size(), [&] { charLs(frame, into); });
    } else if (uid == "1.2.840.10008.1.2.4.90" || uid == "1.2.840.10008.1.2.4.91") {
        measure(name, "OpenJPEG 2.5", into.size(), [&] { openJpeg(frame); });
    } else if (uid == "1.2.840.10008.1.2.4.50") {
        measure(name, "libjpeg-turbo 2.1", into.size(), [&] { turbo(frame, into); });
        measure(name, "DCMTK 3.6.7", into.size(), [&] { ofDcmtk(set, into); });
    } else if (!frame.empty()) {
        measure(name, "DCMTK 3.6.7", into.size(), [&] { ofDcmtk(set, into); });
    }
}

int main(int count, char **paths) {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DJDecoderRegistration::registerCodecs(EDC_never); // as they are, no colour conversion
    DcmRLEDecoderRegistration::registerCodecs();
    std::printf("%-30s %-38s %9s %14s\n", "frame", "library", "best ms", "MB/s of output");
    for (int i = 1; i < count; i++) file(paths[i]);
    return sum == 42 ? 1 : 0;
}
