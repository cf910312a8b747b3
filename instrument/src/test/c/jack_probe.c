/*
 * The other end of a JACK client under test: one client sends notes, another records what comes back, in freewheel mode, so that every cycle
 * is there and counted. Arguments: server, MIDI port to play or "-", audio port to record, file for the frames, number of notes.
 * Prints the period, and for each note the frame at which it was sent, counted as the recorded frames are.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct client jack_client_t;
typedef struct port jack_port_t;
typedef uint32_t frames_t;
jack_client_t *jack_client_open(const char *, int, int *, ...);
int jack_set_process_callback(jack_client_t *, int (*)(frames_t, void *), void *);
jack_port_t *jack_port_register(jack_client_t *, const char *, const char *, unsigned long, unsigned long);
void *jack_port_get_buffer(jack_port_t *, frames_t);
const char *jack_port_name(const jack_port_t *);
int jack_activate(jack_client_t *);
int jack_connect(jack_client_t *, const char *, const char *);
int jack_set_freewheel(jack_client_t *, int);
int jack_set_freewheel_callback(jack_client_t *, void (*)(int, void *), void *);
int jack_client_close(jack_client_t *);
frames_t jack_get_buffer_size(jack_client_t *);
void jack_midi_clear_buffer(void *);
int jack_midi_event_write(void *, frames_t, const unsigned char *, size_t);

enum { EVERY = 9, HELD = 3, BEFORE = 50, AFTER = 50 };

static jack_port_t *out, *in;
static volatile int running, freewheels;
static volatile long cycle = -1;
static long notes, cycles;
static float *recorded;
static long *sent;

static int send(frames_t n, void *none) {
    void *buffer = jack_port_get_buffer(out, n);
    jack_midi_clear_buffer(buffer);
    if (!running || cycle >= cycles) return 0;
    cycle++;
    long at = cycle - BEFORE, note = at / EVERY;
    if (at >= 0 && note < notes) {
        frames_t offset = (frames_t) (note * 37 % n);
        unsigned char on[] = {0x90, 69, 100}, off[] = {0x80, 69, 64};
        if (at % EVERY == 0) {
            jack_midi_event_write(buffer, offset, on, 3);
            sent[note] = cycle * (long) n + offset;
        }
        if (at % EVERY == HELD) jack_midi_event_write(buffer, offset, off, 3);
    }
    return 0;
}

static int record(frames_t n, void *none) {
    if (running && cycle >= 0 && cycle < cycles) memcpy(recorded + cycle * n, jack_port_get_buffer(in, n), n * sizeof(float));
    return 0;
}

static void freewheel(int starts, void *none) { freewheels = starts; }

int main(int count, char **words) {
    if (count != 6) return 2;
    notes = atol(words[5]);
    cycles = BEFORE + notes * EVERY + AFTER;
    jack_client_t *sender = jack_client_open("sender", 5, NULL, words[1]), *recorder = jack_client_open("recorder", 5, NULL, words[1]);
    if (!sender || !recorder) { fprintf(stderr, "no server\n"); return 1; }
    frames_t n = jack_get_buffer_size(sender);
    recorded = calloc(cycles * n, sizeof(float));
    sent = calloc(notes, sizeof(long));
    out = jack_port_register(sender, "out", "8 bit raw midi", 2, 0);
    in = jack_port_register(recorder, "in", "32 bit float mono audio", 1, 0);
    jack_set_process_callback(sender, send, NULL);
    jack_set_process_callback(recorder, record, NULL);
    jack_set_freewheel_callback(recorder, freewheel, NULL);
    jack_activate(sender);
    jack_activate(recorder);
    if ((strcmp(words[2], "-") && jack_connect(sender, jack_port_name(out), words[2])) || jack_connect(recorder, words[3], jack_port_name(in))) {
        fprintf(stderr, "cannot connect to %s, %s\n", words[2], words[3]);
        return 1;
    }
    /* In each cycle the sender comes before the recorder. */
    jack_port_t *order = jack_port_register(recorder, "order", "8 bit raw midi", 1, 0);
    if (jack_connect(sender, jack_port_name(out), jack_port_name(order))) return 1;
    usleep(200000);
    jack_set_freewheel(sender, 1);
    for (int i = 0; i < 5000 && !freewheels; i++) usleep(1000);
    usleep(200000);
    running = 1;
    for (int i = 0; i < 60000 && cycle < cycles; i++) usleep(1000);
    running = 0;
    jack_set_freewheel(sender, 0);
    jack_client_close(sender);
    jack_client_close(recorder);
    FILE *file = fopen(words[4], "w");
    fwrite(recorded, sizeof(float), cycles * n, file);
    fclose(file);
    printf("period %u\n", n);
    for (long i = 0; i < notes; i++) printf("note %ld\n", sent[i]);
    return cycle < cycles;
}
