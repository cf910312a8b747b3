/* Ports, parameters and state of the plugins for tests. */
#include "tester.h"

#include <stdio.h>
#include <string.h>

const char *const WAY[WAYS] = {"Well", "Crash", "Hang", "Sleep", "Spin", "NaN", "Silent", "Error", "Restart", "Callback",
    "Allocate", "Exit", "Flush"};

static uint32_t audio_count(const struct clap_plugin *plugin, bool input) { return !input || of(plugin)->effect ? 1 : 0; }

static bool audio_get(const struct clap_plugin *plugin, uint32_t index, bool input, struct clap_port_info *info) {
    (void) plugin;
    *info = (struct clap_port_info) {.id = index, .flags = 1, .channels = 2, .type = "stereo", .pair = UINT32_MAX};
    strcpy(info->name, input ? "Audio In" : "Audio Out");
    return true;
}

static uint32_t note_count(const struct clap_plugin *plugin, bool input) { return input && !of(plugin)->effect ? 1 : 0; }

static bool note_get(const struct clap_plugin *plugin, uint32_t index, bool input, struct clap_note_port_info *info) {
    bool midi = of(plugin)->midi_only;
    if (!input || index > 0) return false;
    *info = (struct clap_note_port_info) {index, (midi ? 0 : DIALECT_CLAP) | (of(plugin)->mpe ? DIALECT_MPE : DIALECT_MIDI), midi ? DIALECT_MIDI : DIALECT_CLAP, "Notes"};
    return true;
}

static uint32_t param_count(const struct clap_plugin *plugin) { main_thread(of(plugin)); return PARAMETERS; }

static bool param_info(const struct clap_plugin *plugin, uint32_t index, struct clap_param_info *info) {
    static const struct { const char *name, *module; uint32_t flags; double maximum, normally; } ALL[PARAMETERS] = {
        {"Gain", "Output", PARAM_AUTOMATABLE, 1, 0.5}, {"Latency!", "", PARAM_STEPPED, 1000, 0},
        {"Misbehave", "", PARAM_STEPPED | PARAM_AUTOMATABLE, WAYS - 1, 0}, {"Callbacks", "", PARAM_READ_ONLY, 1e6, 0},
        {"Hidden", "", PARAM_HIDDEN, 1, 0}};
    main_thread(of(plugin));
    if (index >= PARAMETERS) return false;
    *info = (struct clap_param_info) {.id = index, .flags = ALL[index].flags, .cookie = (void *) &WAY[index], .maximum = ALL[index].maximum,
        .normally = ALL[index].normally};
    strcpy(info->name, ALL[index].name);
    strcpy(info->module, ALL[index].module);
    return true;
}

static bool param_value(const struct clap_plugin *plugin, uint32_t id, double *value) {
    struct tester *t = of(plugin);
    main_thread(t);
    double all[PARAMETERS] = {t->gain, t->latency, t->misbehave, t->callbacks, 0};
    if (id >= PARAMETERS) return false;
    *value = all[id];
    return true;
}

static bool param_to_text(const struct clap_plugin *plugin, uint32_t id, double value, char *text, uint32_t capacity) {
    (void) plugin;
    if (id == MISBEHAVE && value >= 0 && value < WAYS) snprintf(text, capacity, "%s", WAY[(int) value]);
    else snprintf(text, capacity, id == LATENCY ? "%.0f frames" : "%.3f", value);
    return true;
}

static bool param_from_text(const struct clap_plugin *plugin, uint32_t id, const char *text, double *value) {
    (void) plugin;
    (void) id;
    return sscanf(text, "%lf", value) == 1;
}

static void param_flush(const struct clap_plugin *plugin, const struct clap_events_in *in, const struct clap_events_out *out) {
    (void) out;
    if (of(plugin)->active) audio_thread(of(plugin)); else main_thread(of(plugin));
    for (uint32_t i = 0; i < in->size(in); i++) take(of(plugin), in->get(in, i));
}

static bool state_save(const struct clap_plugin *plugin, const struct clap_stream_out *stream) {
    struct tester *t = of(plugin);
    main_thread(t);
    char text[512];
    int length = snprintf(text, sizeof text, "chronus-tests gain=%.6f latency=%.0f activations=%d callbacks=%d timers=%d mistakes=%d render=%d",
        t->gain, t->latency, t->activations, t->callbacks, t->timers, t->mistakes, t->render);
    for (int done = 0; done < length; ) {
        int64_t written = stream->write(stream, text + done, length - done < 7 ? length - done : 7);
        if (written <= 0) return false;
        done += (int) written;
    }
    return true;
}

static bool state_load(const struct clap_plugin *plugin, const struct clap_stream_in *stream) {
    struct tester *t = of(plugin);
    main_thread(t);
    char text[513];
    int64_t length = 0, got;
    while (length < 512 && (got = stream->read(stream, text + length, 512 - length < 5 ? 512 - length : 5)) > 0) length += got;
    text[length] = 0;
    return sscanf(text, "chronus-tests gain=%lf latency=%lf", &t->gain, &t->latency) == 2;
}

static uint32_t latency_get(const struct clap_plugin *plugin) { main_thread(of(plugin)); return of(plugin)->delay; }
static uint32_t tail_get(const struct clap_plugin *plugin) { return of(plugin)->delay; }
static void on_timer(const struct clap_plugin *plugin, uint32_t id) {
    main_thread(of(plugin));
    if (id == of(plugin)->timer) of(plugin)->timers++;
}

static bool hard_realtime(const struct clap_plugin *plugin) { main_thread(of(plugin)); return of(plugin)->live_only; }
static bool render_set(const struct clap_plugin *plugin, int32_t mode) {
    main_thread(of(plugin));
    if (of(plugin)->active || (mode == RENDER_OFFLINE && of(plugin)->live_only)) of(plugin)->mistakes++;
    of(plugin)->render = mode == RENDER_OFFLINE ? 2 : 1;
    return true;
}

const void *extension(const struct clap_plugin *plugin, const char *id) {
    static const struct clap_audio_ports AUDIO = {audio_count, audio_get};
    static const struct clap_note_ports NOTES = {note_count, note_get};
    static const struct clap_params PARAMS = {param_count, param_info, param_value, param_to_text, param_from_text, param_flush};
    static const struct clap_state STATE = {state_save, state_load};
    static const struct clap_latency DELAY = {latency_get};
    static const struct clap_tail TAIL = {tail_get};
    static const struct clap_timers TIMERS = {on_timer};
    static const struct clap_render RENDER = {hard_realtime, render_set};
    (void) plugin;
    if (!strcmp(id, "clap.render")) return &RENDER;
    if (!strcmp(id, "clap.audio-ports")) return &AUDIO;
    if (!strcmp(id, "clap.note-ports")) return &NOTES;
    if (!strcmp(id, "clap.params")) return &PARAMS;
    if (!strcmp(id, "clap.state")) return &STATE;
    if (!strcmp(id, "clap.latency")) return &DELAY;
    if (!strcmp(id, "clap.tail")) return &TAIL;
    return strcmp(id, "clap.timer-support") ? NULL : &TIMERS;
}
