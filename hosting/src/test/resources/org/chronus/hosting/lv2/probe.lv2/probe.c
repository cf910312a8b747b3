/* A plugin that tells by its output what its host has given to it, and one that cannot be instantiated. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

#define EXT "http://lv2plug.in/ns/ext/"

typedef struct { const char *uri; void *data; } Feature;
typedef struct { void *handle; uint32_t (*map)(void *, const char *); } Map;
typedef struct { void *handle; int (*printf)(void *, uint32_t, const char *, ...); int (*vprintf)(void *, uint32_t, const char *, va_list); } Log;
typedef struct { int context; uint32_t subject, key, size, type; const void *value; } Option;
typedef struct { void *handle; int (*schedule)(void *, uint32_t, const void *); } Schedule;
typedef struct { uint32_t size, type, unit, pad; } Sequence;
typedef struct { int64_t frame; uint32_t size, type; uint8_t body[8]; } Event;

typedef struct {
    void *port[12];
    Map *map;
    Schedule *schedule;
    uint32_t chunk;
    float maximum, rate, answers, asked, sum, ended, count, text;
} Probe;

static const void *find(const Feature *const *features, const char *uri) {
    for (; *features; features++) {
        if (!strcmp((*features)->uri, uri)) {
            return (*features)->data;
        }
    }
    return NULL;
}

static void *instantiate(const void *descriptor, double rate, const char *path, const Feature *const *features) {
    Probe *probe = calloc(1, sizeof(Probe));
    probe->map = (Map *) find(features, EXT "urid#map");
    probe->schedule = (Schedule *) find(features, EXT "worker#schedule");
    probe->chunk = probe->map->map(probe->map->handle, EXT "atom#Chunk");
    for (const Option *option = find(features, EXT "options#options"); option->key; option++) {
        if (option->key == probe->map->map(probe->map->handle, EXT "buf-size#maxBlockLength")) {
            probe->maximum = *(const int *) option->value;
        } else if (option->key == probe->map->map(probe->map->handle, EXT "parameters#sampleRate")) {
            probe->rate = *(const float *) option->value;
        }
    }
#if defined(__x86_64__)
    _mm_setcsr(_mm_getcsr() | 0x8040); /* flush to zero, denormals are zero */
#endif
    return probe;
}

static int say(Log *log, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int result = log->vprintf(log->handle, 0, format, arguments);
    va_end(arguments);
    return result;
}

static void *refuse(const void *descriptor, double rate, const char *path, const Feature *const *features) {
    say((Log *) find(features, EXT "log#log"), "no %s at %d Hz\n", "sound", (int) rate);
    return NULL;
}

static void connect(void *handle, uint32_t port, void *data) {
    ((Probe *) handle)->port[port] = data;
}

static void run(void *handle, uint32_t frames) {
    Probe *probe = handle;
    float *figures = probe->port[1];
    const Sequence *events = probe->port[4], *notify = probe->port[5];
    int task = (int) *(float *) probe->port[3];
    if (task) {
        static const char zeros[1000];
        float request[1 + sizeof(zeros) / sizeof(float)] = { ++probe->asked };
        probe->schedule->schedule(probe->schedule->handle, task == 1 ? sizeof(float) : sizeof(request), request);
    }
    *(float *) probe->port[8] = 7;
    memset(figures, 0, frames * sizeof(float));
    if (frames < 20) {
        return;
    }
    const char *at = (const char *) (events + 1), *end = (const char *) &events->unit + events->size;
    for (probe->count = 0; at < end; probe->count++) {
        const Event *event = (const Event *) at;
        figures[0] = event->frame;
        figures[1] = event->size;
        figures[2] = event->body[0];
        figures[3] = event->body[1];
        figures[4] = event->body[2];
        at += 16 + (event->size + 7) / 8 * 8;
    }
    figures[5] = probe->count;
    figures[6] = notify->size;
    figures[7] = notify->type == probe->chunk;
    figures[8] = ((float *) probe->port[6])[63];
    figures[9] = probe->port[7] != NULL;
    figures[10] = probe->maximum;
    figures[11] = probe->rate;
    figures[12] = *(float *) probe->port[2];
    figures[13] = probe->answers;
    figures[14] = probe->sum;
    figures[15] = probe->ended;
    figures[16] = *(float *) probe->port[9];
    figures[17] = probe->text;
    figures[18] = ((float *) probe->port[0])[63];
}

static void cleanup(void *handle) {
    free(handle);
}

static int work(void *handle, int (*respond)(void *, uint32_t, const void *), void *to, uint32_t size, const void *data) {
    float answer = 2 * *(const float *) data;
    return respond(to, sizeof(answer), &answer);
}

static int response(void *handle, uint32_t size, const void *body) {
    ((Probe *) handle)->answers++;
    ((Probe *) handle)->sum += *(const float *) body;
    return 0;
}

static int end_run(void *handle) {
    ((Probe *) handle)->ended++;
    return 0;
}

static int save(void *handle, int (*store)(void *, uint32_t, const void *, size_t, uint32_t, uint32_t), void *to, uint32_t flags,
                const Feature *const *features) {
    Probe *probe = handle;
    uint32_t key = probe->map->map(probe->map->handle, "urn:chronus:text"), type = probe->map->map(probe->map->handle, EXT "atom#String");
    return store(to, key, "hello", 6, type, 3);
}

static int restore(void *handle, const void *(*retrieve)(void *, uint32_t, size_t *, uint32_t *, uint32_t *), void *from, uint32_t flags,
                   const Feature *const *features) {
    Probe *probe = handle;
    size_t size = 0;
    uint32_t type = 0, had = 0;
    const void *text = retrieve(from, probe->map->map(probe->map->handle, "urn:chronus:text"), &size, &type, &had);
    probe->text = text && size == 6 && !strcmp(text, "hello");
    return 0;
}

static const void *extension(const char *uri) {
    static const struct { void *work, *response, *end_run; } worker = { work, response, end_run };
    static const struct { void *save, *restore; } state = { save, restore };
    return !strcmp(uri, EXT "worker#interface") ? (const void *) &worker : !strcmp(uri, EXT "state#interface") ? (const void *) &state : NULL;
}

typedef struct {
    const char *uri;
    void *(*instantiate)(const void *, double, const char *, const Feature *const *);
    void (*connect)(void *, uint32_t, void *);
    void (*activate)(void *);
    void (*run)(void *, uint32_t);
    void (*deactivate)(void *);
    void (*cleanup)(void *);
    const void *(*extension)(const char *);
} Descriptor;

const Descriptor *lv2_descriptor(uint32_t index) {
    static const Descriptor probe = { "urn:chronus:probe", instantiate, connect, NULL, run, NULL, cleanup, extension };
    static const Descriptor mute = { "urn:chronus:mute", refuse, connect, NULL, run, NULL, cleanup, NULL };
    return index == 0 ? &probe : index == 1 ? &mute : NULL;
}
