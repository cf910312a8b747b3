/* What the plugins for tests play, and how they misbehave. */
#include "tester.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef __x86_64__
#include <xmmintrin.h>
#endif

static const double TURN = 6.283185307179586;

static void note_on(struct tester *t, int note, int channel, int key, double velocity) {
    for (int i = 0; i < VOICES; i++) {
        if (!t->voices[i].sounds) {
            t->voices[i] = (struct voice) {true, note, channel, key, velocity, 0, 0, 0, 0};
            return;
        }
    }
}

static bool meant(const struct voice *v, int note, int channel, int key) {
    return v->sounds && (note < 0 || v->note == note) && (channel < 0 || v->channel == channel) && (key < 0 || v->key == key);
}

static void note_off(struct tester *t, int note, int channel, int key) {
    for (int i = 0; i < VOICES; i++) if (meant(&t->voices[i], note, channel, key)) t->voices[i].sounds = false;
}

static void express(struct tester *t, const struct clap_event_expression *e) {
    for (int i = 0; i < VOICES; i++) {
        if (meant(&t->voices[i], e->note, e->channel, e->key)) {
            if (e->expression == EXPRESSION_TUNING) t->voices[i].tuning = e->value;
            if (e->expression == EXPRESSION_PRESSURE) t->voices[i].pressure = e->value;
            if (e->expression == EXPRESSION_BRIGHTNESS) t->voices[i].brightness = e->value;
        }
    }
}

/* What MIDI says of channels; without MPE all are one. */
static void hear(struct tester *t, int status, int channel, int first, int second) {
    if (status == 0xE0) t->bends[t->mpe ? channel : 0] = ((second << 7 | first) - 8192) / 8192.0;
    if (status == 0xB0 && (first == 101 || first == 100)) t->parameter[channel][first - 100] = (uint8_t) second;
    if (status == 0xB0 && first == 6 && channel == 0 && t->parameter[0][0] == 6 && t->parameter[0][1] == 0) t->zone = second == 15;
    for (int i = 0; i < VOICES; i++) {
        struct voice *v = &t->voices[i];
        if (v->channel != channel) continue;
        if (status == 0xD0) v->pressure = first / 127.0;
        if (status == 0xA0 && v->key == first) v->pressure = second / 127.0;
        if (status == 0xB0 && first == 74) v->brightness = second / 127.0;
    }
}

static double bend(const struct tester *t, const struct voice *v) {
    return 2 * t->bends[0] + (t->zone && v->channel > 0 ? 48 * t->bends[v->channel] : 0);
}

static void set(struct tester *t, uint32_t id, double value) {
    if (id == GAIN) t->gain = value;
    if (id == LATENCY) t->latency = value;
    if (id == MISBEHAVE) t->misbehave = (int) value;
}

void take(struct tester *t, const struct clap_event_header *header) {
    if (header->space != 0) return;
    if (header->type == PARAM_VALUE) {
        const struct clap_event_value *e = (const void *) header;
        if (e->cookie && e->cookie != &WAY[e->id]) t->mistakes++;
        set(t, e->id, e->value);
    } else if (header->type == MIDI) {
        const struct clap_event_midi *e = (const void *) header;
        int status = e->data[0] & 0xF0, channel = e->data[0] & 0x0F;
        if (status == 0xB0 && e->data[1] == 7) {
            /* A controller that is a parameter, too: the host is told. */
            t->gain = e->data[2] / 127.0;
        }
        /* Some print a line for every note. */
        if (status == 0xB0 && e->data[1] == 119) for (int i = 0; i < 1000; i++) printf("the controller has moved\n");
        if (!t->midi_only) return;
        if (status == 0x90) note_on(t, -1, channel, e->data[1], e->data[2] / 127.0);
        if (status == 0x80) note_off(t, -1, channel, e->data[1]);
        hear(t, status, channel, e->data[1], e->data[2]);
    } else if (t->midi_only) {
        t->mistakes++;
    } else if (header->type == NOTE_ON) {
        const struct clap_event_note *e = (const void *) header;
        note_on(t, e->note, e->channel, e->key, e->velocity);
    } else if (header->type == NOTE_OFF) {
        const struct clap_event_note *e = (const void *) header;
        note_off(t, e->note, e->channel, e->key);
    } else if (header->type == NOTE_EXPRESSION) {
        express(t, (const void *) header);
    }
}

static void play(struct tester *t, float *const *out, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        double sum = 0;
        for (int k = 0; k < VOICES; k++) {
            struct voice *v = &t->voices[k];
            if (v->sounds) {
                sum += v->velocity * ((1 + v->pressure / 2) * cos(TURN * v->phase) + v->brightness * cos(2 * TURN * v->phase));
                v->phase += 440 * pow(2, (v->key + v->tuning + bend(t, v) - 69) / 12) / t->rate;
                v->phase -= floor(v->phase);
            }
        }
        out[0][i] = out[1][i] = (float) (t->gain * sum * (t->render == 2 ? 0.5 : 1));
    }
}

static void pass(struct tester *t, float *const *in, float *const *out, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        uint32_t then = (t->place + LONGEST - t->delay) % LONGEST;
        for (int c = 0; c < 2; c++) {
            t->late[c][t->place] = in[c][i];
            out[c][i] = (float) (t->gain * t->late[c][then]);
        }
        t->place = (t->place + 1) % LONGEST;
    }
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

static void misbehave(struct tester *t) {
    static volatile int *volatile nowhere = NULL;
    double end = seconds() + 0.005;
    switch (t->misbehave) {
        case CRASH: *nowhere = 1; break;
        case HANG: for (volatile int i = 0; ; i = i + 1) { }
        case SLEEP: usleep(100000); break;
        case SPIN: while (seconds() < end) { } break;
        case RESTART: t->host->request_restart(t->host); break;
        case CALLBACK: t->host->request_callback(t->host); break;
        case ALLOCATE: { char *volatile block = malloc(1 << 20); if (block) memset(block, 1, 1 << 20); free(block); break; }
        case EXIT: _exit(3);
#ifdef __x86_64__
        case FLUSH: _mm_setcsr(_mm_getcsr() | 0x8040); break;
#endif
        default: break;
    }
}

int32_t process(const struct clap_plugin *plugin, const struct clap_process *p) {
    struct tester *t = of(plugin);
    audio_thread(t);
    if (!t->processing || !t->active) t->mistakes++;
    float *const *in = t->effect ? p->inputs[0].data32 : NULL;
    float *const *out = p->outputs[0].data32;
    uint32_t frame = 0, count = p->in->size(p->in);
    double told = t->gain;
    bool from_midi = false;
    for (uint32_t i = 0; i <= count; i++) {
        const struct clap_event_header *event = i < count ? p->in->get(p->in, i) : NULL;
        uint32_t limit = event ? event->time : p->frames;
        if (limit < frame || limit > p->frames) { t->mistakes++; limit = frame; }
        if (t->misbehave != SILENT) {
            if (t->effect) pass(t, in, out, frame, limit); else play(t, out, frame, limit);
        }
        frame = limit;
        if (event) {
            take(t, event);
            from_midi |= event->type == MIDI;
        }
    }
    if (from_midi && t->gain != told) {
        struct clap_event_value tell = {{sizeof tell, p->frames - 1, 0, PARAM_VALUE, 0}, GAIN, NULL, -1, -1, -1, -1, t->gain};
        p->out->try_push(p->out, &tell.header);
    }
    misbehave(t);
    if (t->misbehave == NOT_A_NUMBER) for (uint32_t i = 0; i < p->frames; i++) out[0][i] = out[1][i] = NAN;
    return t->misbehave == ERROR ? PROCESS_ERROR : PROCESS_CONTINUE;
}
