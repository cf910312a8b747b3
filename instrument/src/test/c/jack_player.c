/*
 * A keyboard and an ear at a JACK server, in a process of their own, because the library throws out the clients that a process still has when its
 * server has died and another is opened. Arguments: server, audio port to hear. Presses a key for each line that it reads, and never lifts it.
 * Prints "heard" once the port is there and sounds, and "joined" once somebody has connected the keyboard.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

typedef struct client jack_client_t;
typedef struct port jack_port_t;
typedef uint32_t frames_t;
jack_client_t *jack_client_open(const char *, int, int *, ...);
int jack_set_process_callback(jack_client_t *, int (*)(frames_t, void *), void *);
void jack_set_error_function(void (*)(const char *));
void jack_set_info_function(void (*)(const char *));
jack_port_t *jack_port_register(jack_client_t *, const char *, const char *, unsigned long, unsigned long);
void *jack_port_get_buffer(jack_port_t *, frames_t);
const char *jack_port_name(const jack_port_t *);
int jack_port_connected(const jack_port_t *);
int jack_activate(jack_client_t *);
int jack_connect(jack_client_t *, const char *, const char *);
void jack_midi_clear_buffer(void *);
int jack_midi_event_write(void *, frames_t, const unsigned char *, size_t);

static jack_port_t *out, *in;
static volatile int presses, hears;

static int process(frames_t n, void *none) {
    void *events = jack_port_get_buffer(out, n);
    float *sound = jack_port_get_buffer(in, n);
    unsigned char on[] = {0x90, 64, 100};
    jack_midi_clear_buffer(events);
    if (presses > 0 && !jack_midi_event_write(events, 0, on, 3)) presses--;
    for (frames_t i = 0; i < n; i++) if (fabsf(sound[i]) > 0.01f) hears = 1;
    return 0;
}

static void silent(const char *line) { }

int main(int count, char **words) {
    if (count != 3) return 2;
    jack_set_error_function(silent);
    jack_set_info_function(silent);
    jack_client_t *client = jack_client_open("keyboard", 5, NULL, words[1]);
    if (!client) return 1;
    setlinebuf(stdout);
    out = jack_port_register(client, "out", "8 bit raw midi", 2 | 4, 0);
    in = jack_port_register(client, "in", "32 bit float mono audio", 1, 0);
    jack_set_process_callback(client, process, NULL);
    jack_activate(client);
    while (jack_connect(client, words[2], jack_port_name(in))) usleep(2000);
    while (!hears) usleep(2000);
    puts("heard");
    while (!jack_port_connected(out)) usleep(2000);
    puts("joined");
    for (int letter = getchar(); letter != EOF; letter = getchar()) if (letter == '\n') presses++;
    return 0;
}
