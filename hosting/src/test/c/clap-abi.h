/* The parts of CLAP 1.2's binary interface that the plugins for tests need, in the words of its specification. */
#ifndef CHRONUS_CLAP_ABI_H
#define CHRONUS_CLAP_ABI_H

#include <stdbool.h>
#include <stdint.h>

struct clap_version { uint32_t major, minor, revision; };

struct clap_event_header { uint32_t size, time; uint16_t space, type; uint32_t flags; };
enum { NOTE_ON = 0, NOTE_OFF = 1, NOTE_EXPRESSION = 4, PARAM_VALUE = 5, MIDI = 10 };
enum { EXPRESSION_TUNING = 2, EXPRESSION_BRIGHTNESS = 5, EXPRESSION_PRESSURE = 6 };

struct clap_event_note { struct clap_event_header header; int32_t note; int16_t port, channel, key; double velocity; };
struct clap_event_expression { struct clap_event_header header; int32_t expression, note; int16_t port, channel, key; double value; };
struct clap_event_value { struct clap_event_header header; uint32_t id; void *cookie; int32_t note; int16_t port, channel, key; double value; };
struct clap_event_midi { struct clap_event_header header; uint16_t port; uint8_t data[3]; };

struct clap_events_in {
    void *context;
    uint32_t (*size)(const struct clap_events_in *);
    const struct clap_event_header *(*get)(const struct clap_events_in *, uint32_t);
};
struct clap_events_out {
    void *context;
    bool (*try_push)(const struct clap_events_out *, const struct clap_event_header *);
};

struct clap_audio_buffer { float **data32; double **data64; uint32_t channels, latency; uint64_t constant_mask; };
enum { PROCESS_ERROR = 0, PROCESS_CONTINUE = 1 };
struct clap_process {
    int64_t steady_time;
    uint32_t frames;
    const void *transport;
    const struct clap_audio_buffer *inputs;
    struct clap_audio_buffer *outputs;
    uint32_t input_count, output_count;
    const struct clap_events_in *in;
    const struct clap_events_out *out;
};

struct clap_host {
    struct clap_version version;
    void *data;
    const char *name, *vendor, *url, *release;
    const void *(*get_extension)(const struct clap_host *, const char *);
    void (*request_restart)(const struct clap_host *);
    void (*request_process)(const struct clap_host *);
    void (*request_callback)(const struct clap_host *);
};
struct clap_host_thread_check { bool (*is_main)(const struct clap_host *); bool (*is_audio)(const struct clap_host *); };
struct clap_host_log { void (*log)(const struct clap_host *, int32_t, const char *); };
struct clap_host_timers {
    bool (*add)(const struct clap_host *, uint32_t, uint32_t *);
    bool (*remove)(const struct clap_host *, uint32_t);
};

struct clap_descriptor {
    struct clap_version version;
    const char *id, *name, *vendor, *url, *manual, *support, *release, *description;
    const char *const *features;
};
struct clap_plugin {
    const struct clap_descriptor *descriptor;
    void *data;
    bool (*init)(const struct clap_plugin *);
    void (*destroy)(const struct clap_plugin *);
    bool (*activate)(const struct clap_plugin *, double, uint32_t, uint32_t);
    void (*deactivate)(const struct clap_plugin *);
    bool (*start)(const struct clap_plugin *);
    void (*stop)(const struct clap_plugin *);
    void (*reset)(const struct clap_plugin *);
    int32_t (*process)(const struct clap_plugin *, const struct clap_process *);
    const void *(*get_extension)(const struct clap_plugin *, const char *);
    void (*on_main_thread)(const struct clap_plugin *);
};

struct clap_port_info { uint32_t id; char name[256]; uint32_t flags, channels; const char *type; uint32_t pair; };
struct clap_audio_ports {
    uint32_t (*count)(const struct clap_plugin *, bool);
    bool (*get)(const struct clap_plugin *, uint32_t, bool, struct clap_port_info *);
};
enum { DIALECT_CLAP = 1, DIALECT_MIDI = 2, DIALECT_MPE = 4 };
struct clap_note_port_info { uint32_t id, dialects, preferred; char name[256]; };
struct clap_note_ports {
    uint32_t (*count)(const struct clap_plugin *, bool);
    bool (*get)(const struct clap_plugin *, uint32_t, bool, struct clap_note_port_info *);
};
enum { PARAM_STEPPED = 1, PARAM_HIDDEN = 4, PARAM_READ_ONLY = 8, PARAM_AUTOMATABLE = 32 };
struct clap_param_info { uint32_t id, flags; void *cookie; char name[256], module[1024]; double minimum, maximum, normally; };
struct clap_params {
    uint32_t (*count)(const struct clap_plugin *);
    bool (*info)(const struct clap_plugin *, uint32_t, struct clap_param_info *);
    bool (*value)(const struct clap_plugin *, uint32_t, double *);
    bool (*to_text)(const struct clap_plugin *, uint32_t, double, char *, uint32_t);
    bool (*from_text)(const struct clap_plugin *, uint32_t, const char *, double *);
    void (*flush)(const struct clap_plugin *, const struct clap_events_in *, const struct clap_events_out *);
};
struct clap_stream_in { void *context; int64_t (*read)(const struct clap_stream_in *, void *, uint64_t); };
struct clap_stream_out { void *context; int64_t (*write)(const struct clap_stream_out *, const void *, uint64_t); };
struct clap_state {
    bool (*save)(const struct clap_plugin *, const struct clap_stream_out *);
    bool (*load)(const struct clap_plugin *, const struct clap_stream_in *);
};
struct clap_latency { uint32_t (*get)(const struct clap_plugin *); };
struct clap_tail { uint32_t (*get)(const struct clap_plugin *); };
enum { RENDER_REALTIME = 0, RENDER_OFFLINE = 1 };
struct clap_render { bool (*hard_realtime)(const struct clap_plugin *); bool (*set)(const struct clap_plugin *, int32_t); };
struct clap_timers { void (*on_timer)(const struct clap_plugin *, uint32_t); };

struct clap_factory {
    uint32_t (*count)(const struct clap_factory *);
    const struct clap_descriptor *(*descriptor)(const struct clap_factory *, uint32_t);
    const struct clap_plugin *(*create)(const struct clap_factory *, const struct clap_host *, const char *);
};
struct clap_entry {
    struct clap_version version;
    bool (*init)(const char *);
    void (*deinit)(void);
    const void *(*get_factory)(const char *);
};

#endif
