/*
 * CLAP plugins for the tests of the host, made by: cc -shared -fPIC -fvisibility=hidden -O2 *.c -lm
 *
 *   org.chronus.tests.sine    an instrument: a cosine for each note, from the frame of its beginning to that of its end, at full level from
 *                             its first sample; velocity * gain high; tuned by note expression, louder by pressure (half as much again at 1),
 *                             with an octave above it as loud as its brightness, once it was told of one
 *   org.chronus.tests.midi    the same, for MIDI messages only: bent by two semitones, all channels alike
 *   org.chronus.tests.mpe     the same, for MIDI with MPE: once a zone of all channels was set up by RPN 6, by 48 semitones, each channel
 *                             for itself, with what bends the first by two
 *   org.chronus.tests.effect  its stereo input times gain, later by the latency
 *   org.chronus.tests.live    the sine, in real time only
 *   org.chronus.tests.broken  cannot be initialised
 *
 * Parameters, by number:
 *
 *   0 gain       0 to 1, from its exact frame on
 *   1 latency    0 to 1000 frames, from the next activation on
 *   2 misbehave  from the process call with its frame on; 0 is well-behaved
 *        1 crash     SIGSEGV in process
 *        2 hang      process never returns
 *        3 sleep     process sleeps 100 ms
 *        4 spin      process computes for 5 ms: too long for a block
 *        5 nan       outputs are not numbers
 *        6 silent    outputs are not written
 *        7 error     process returns an error
 *        8 restart   asks for a restart in each process call
 *        9 callback  asks for a call on the main thread in each process call
 *       10 allocate  allocates a megabyte in each process call, and frees it
 *       11 exit      ends the process, with code 3
 *       12 flush     leaves denormals flushed to zero (x86 only)
 *   3 callbacks  read only: calls of on_main_thread
 *   4 hidden     is hidden
 *
 * The state is a text: "chronus-tests gain=... latency=... activations=... callbacks=... timers=... mistakes=... render=...". Loaded, the
 * first two count.
 * Render is 1 once it was told that time is real, 2 once it was told that it is not; instruments are half as loud then. A mistake is a call of the host on a thread that it denies to be the right one.
 */
#ifndef CHRONUS_TESTER_H
#define CHRONUS_TESTER_H

#include "clap-abi.h"

enum { VOICES = 64, LONGEST = 1024, TURN_MS = 20, FASTEST = 200000 };
enum { GAIN, LATENCY, MISBEHAVE, CALLBACKS, HIDDEN, PARAMETERS };
enum { WELL, CRASH, HANG, SLEEP, SPIN, NOT_A_NUMBER, SILENT, ERROR, RESTART, CALLBACK, ALLOCATE, EXIT, FLUSH, WAYS };
extern const char *const WAY[WAYS];

struct voice { bool sounds; int note, channel, key; double velocity, tuning, pressure, brightness, phase; };
struct tester {
    struct clap_plugin plugin;
    const struct clap_host *host;
    const struct clap_host_thread_check *threads;
    bool effect, midi_only, mpe, zone, live_only, active, processing;
    double rate, gain, latency;
    int misbehave, render, activations, callbacks, timers, mistakes;
    double bends[16];
    uint8_t parameter[16][2];
    uint32_t timer, delay, place;
    struct voice voices[VOICES];
    float late[2][LONGEST];
};

static inline struct tester *of(const struct clap_plugin *plugin) { return plugin->data; }

static inline void main_thread(struct tester *t) {
    if (t->threads && (!t->threads->is_main(t->host) || t->threads->is_audio(t->host))) t->mistakes++;
}

static inline void audio_thread(struct tester *t) {
    if (t->threads && (!t->threads->is_audio(t->host) || t->threads->is_main(t->host))) t->mistakes++;
}

int32_t process(const struct clap_plugin *plugin, const struct clap_process *p);
void take(struct tester *t, const struct clap_event_header *header);
const void *extension(const struct clap_plugin *plugin, const char *id);

#endif
