/*
 * Two JACK clients to compare an instrument with, one per run. Arguments: server, "watch" or "play", seconds, and for watch the MIDI port to play.
 * watch: plays chords of four and a program change every two seconds, the same in each run, and counts the xruns of the server from the first
 * second on. play: an instrument in C of the same kind of arithmetic, two saws, a state-variable filter and an envelope for each of 16 voices.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct client jack_client_t;
typedef struct port jack_port_t;
typedef uint32_t frames_t;
typedef struct { frames_t time; size_t size; unsigned char *bytes; } jack_midi_event_t;
jack_client_t *jack_client_open(const char *, int, int *, ...);
int jack_set_process_callback(jack_client_t *, int (*)(frames_t, void *), void *);
int jack_set_xrun_callback(jack_client_t *, int (*)(void *), void *);
jack_port_t *jack_port_register(jack_client_t *, const char *, const char *, unsigned long, unsigned long);
void *jack_port_get_buffer(jack_port_t *, frames_t);
const char *jack_port_name(const jack_port_t *);
int jack_activate(jack_client_t *);
int jack_connect(jack_client_t *, const char *, const char *);
int jack_client_close(jack_client_t *);
frames_t jack_get_sample_rate(jack_client_t *);
float jack_cpu_load(jack_client_t *);
void jack_midi_clear_buffer(void *);
int jack_midi_event_write(void *, frames_t, const unsigned char *, size_t);
frames_t jack_midi_get_event_count(void *);
int jack_midi_event_get(jack_midi_event_t *, void *, frames_t);

enum { VOICES = 16, SECOND = 48000, CHORD = SECOND / 4, PROGRAM = 2 * SECOND, PROGRAMS = 13, APART = 4 };

static jack_port_t *midi, *left, *right;
static volatile long xruns;
static long frame;
static float rate;

static struct voice { int key, gate; float phase[2], step[2], low, band, level; } voices[VOICES];
static int next;

static int xrun(void *none) { xruns++; return 0; }

static void write_chord(void *buffer, frames_t offset, unsigned char status, long chord) {
    static const int keys[] = {48, 55, 60, 64};
    for (int i = 0; i < 4; i++) {
        unsigned char note[] = {status, (unsigned char) (keys[i] + chord % 12), 90};
        jack_midi_event_write(buffer, offset, note, 3);
    }
}

static int watch(frames_t n, void *none) {
    void *buffer = jack_port_get_buffer(midi, n);
    jack_midi_clear_buffer(buffer);
    for (frames_t i = 0; i < n; i++, frame++) {
        if (frame % PROGRAM == PROGRAM - 1) {
            unsigned char change[] = {0xC0, (unsigned char) (frame / PROGRAM % PROGRAMS * APART)};
            jack_midi_event_write(buffer, i, change, 2);
        }
        if (frame % CHORD == 0) write_chord(buffer, i, 0x90, frame / CHORD);
        if (frame % CHORD == CHORD * 3 / 4) write_chord(buffer, i, 0x80, frame / CHORD);
    }
    return 0;
}

static void note(const unsigned char *bytes) {
    if ((bytes[0] & 0xF0) == 0x90) {
        struct voice *voice = &voices[next++ % VOICES];
        float step = 440 * powf(2, (bytes[1] - 69) / 12.0f) / rate;
        *voice = (struct voice) {.key = bytes[1], .gate = 1, .step = {step * 0.997f, step * 1.003f}};
    } else if ((bytes[0] & 0xF0) == 0x80) {
        for (int i = 0; i < VOICES; i++) if (voices[i].key == bytes[1]) voices[i].gate = 0;
    }
}

static float saw(struct voice *voice, int one) {
    float phase = voice->phase[one], step = voice->step[one], blep = 0;
    if (phase < step) { float t = phase / step; blep = t + t - t * t - 1; }
    else if (phase > 1 - step) { float t = (phase - 1) / step; blep = t * t + t + t + 1; }
    voice->phase[one] = phase + step >= 1 ? phase + step - 1 : phase + step;
    return 2 * phase - 1 - blep;
}

static int play(frames_t n, void *none) {
    void *buffer = jack_port_get_buffer(midi, n);
    float *out[] = {jack_port_get_buffer(left, n), jack_port_get_buffer(right, n)};
    memset(out[0], 0, n * sizeof(float));
    jack_midi_event_t event;
    for (frames_t i = 0; i < jack_midi_get_event_count(buffer); i++) if (!jack_midi_event_get(&event, buffer, i) && event.size == 3) note(event.bytes);
    for (int v = 0; v < VOICES; v++) {
        struct voice *voice = &voices[v];
        for (frames_t i = 0; i < n; i++) {
            voice->level += ((float) voice->gate - voice->level) * 0.0005f;
            float g = tanf(3.14159f * (300 + 3000 * voice->level) / rate), in = saw(voice, 0) + saw(voice, 1);
            float high = (in - (1 + g) * voice->band - voice->low) / (1 + g + g * g);
            voice->band += g * high;
            voice->low += g * voice->band;
            out[0][i] += 0.05f * voice->level * voice->low;
        }
    }
    memcpy(out[1], out[0], n * sizeof(float));
    return 0;
}

int main(int count, char **words) {
    if (count < 4) return 2;
    int watches = !strcmp(words[2], "watch");
    jack_client_t *client = jack_client_open(watches ? "watch" : "rival", 5, NULL, words[1]);
    if (!client) { fprintf(stderr, "no server\n"); return 1; }
    rate = jack_get_sample_rate(client);
    midi = jack_port_register(client, "midi", "8 bit raw midi", watches ? 2 : 1, 0);
    if (!watches) {
        left = jack_port_register(client, "left", "32 bit float mono audio", 2, 0);
        right = jack_port_register(client, "right", "32 bit float mono audio", 2, 0);
    }
    jack_set_process_callback(client, watches ? watch : play, NULL);
    if (watches) jack_set_xrun_callback(client, xrun, NULL);
    jack_activate(client);
    if (watches && jack_connect(client, jack_port_name(midi), words[4])) { fprintf(stderr, "cannot connect to %s\n", words[4]); return 1; }
    if (!watches && (jack_connect(client, jack_port_name(left), "system:playback_1") | jack_connect(client, jack_port_name(right), "system:playback_2"))) return 1;
    if (watches) sleep(1);
    xruns = 0;
    float load = 0;
    int seconds = atoi(words[3]);
    for (int i = 0; i < seconds; i++) {
        sleep(1);
        load += jack_cpu_load(client) / seconds;
    }
    if (watches) printf("%ld %.1f\n", xruns, load);
    fflush(stdout);
    jack_client_close(client);
    return 0;
}
