/* How the plugins for tests are made, activated and ended. */
#include "tester.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Beside the library, a file of this name makes every plugin load for so many seconds. */
static char slow[4096];

static void load(void) {
    unsigned seconds = 0;
    FILE *file = fopen(slow, "r");
    if (file) {
        if (fscanf(file, "%u", &seconds) == 1) sleep(seconds);
        fclose(file);
    }
}

static bool init(const struct clap_plugin *plugin) {
    struct tester *t = of(plugin);
    load();
    t->threads = t->host->get_extension(t->host, "clap.thread-check");
    main_thread(t);
    if (t->host->get_extension(t->host, "clap.thread-pool")) t->mistakes++;
    if (!strcmp(plugin->descriptor->id, "org.chronus.tests.broken")) {
        const struct clap_host_log *log = t->host->get_extension(t->host, "clap.log");
        log->log(t->host, 3, "a part of it is missing");
        return false;
    }
    const struct clap_host_timers *timers = t->host->get_extension(t->host, "clap.timer-support");
    return timers->add(t->host, TURN_MS, &t->timer);
}

static void destroy(const struct clap_plugin *plugin) {
    struct tester *t = of(plugin);
    if (t->active) abort();
    main_thread(t);
    free(t);
}

static bool activate(const struct clap_plugin *plugin, double rate, uint32_t fewest, uint32_t most) {
    struct tester *t = of(plugin);
    main_thread(t);
    if (t->active || fewest < 1 || most < fewest) t->mistakes++;
    t->rate = rate;
    t->delay = (uint32_t) t->latency;
    t->activations++;
    return t->active = rate <= FASTEST;
}

static void deactivate(const struct clap_plugin *plugin) {
    main_thread(of(plugin));
    if (!of(plugin)->active || of(plugin)->processing) of(plugin)->mistakes++;
    of(plugin)->active = false;
}

static bool start(const struct clap_plugin *plugin) {
    audio_thread(of(plugin));
    if (of(plugin)->processing) of(plugin)->mistakes++;
    return of(plugin)->processing = true;
}

static void stop(const struct clap_plugin *plugin) {
    audio_thread(of(plugin));
    of(plugin)->processing = false;
}

static void reset(const struct clap_plugin *plugin) {
    audio_thread(of(plugin));
    memset(of(plugin)->voices, 0, sizeof of(plugin)->voices);
    memset(of(plugin)->bends, 0, sizeof of(plugin)->bends);
    of(plugin)->zone = false;
    memset(of(plugin)->late, 0, sizeof of(plugin)->late);
}

static void on_main_thread(const struct clap_plugin *plugin) {
    main_thread(of(plugin));
    of(plugin)->callbacks++;
}

#define DESCRIBED(id, name) {{1, 2, 0}, "org.chronus.tests." id, name, "Chronus", "", "", "", "1.0", "", FEATURES}
static const char *const FEATURES[] = {NULL};
static const struct clap_descriptor ALL[] = {DESCRIBED("sine", "Test Sine"), DESCRIBED("midi", "Test MIDI Sine"),
    DESCRIBED("effect", "Test Effect"), DESCRIBED("broken", "Test Broken"), DESCRIBED("live", "Test Live Sine"),
    DESCRIBED("mpe", "Test MPE Sine")};
enum { PLUGINS = sizeof ALL / sizeof *ALL };

static uint32_t factory_count(const struct clap_factory *factory) { (void) factory; return PLUGINS; }

static const struct clap_descriptor *factory_descriptor(const struct clap_factory *factory, uint32_t index) {
    (void) factory;
    return index < PLUGINS ? &ALL[index] : NULL;
}

static const struct clap_plugin *factory_create(const struct clap_factory *factory, const struct clap_host *host, const char *id) {
    (void) factory;
    for (int i = 0; i < PLUGINS; i++) {
        if (!strcmp(id, ALL[i].id)) {
            struct tester *t = calloc(1, sizeof *t);
            t->plugin = (struct clap_plugin) {&ALL[i], t, init, destroy, activate, deactivate, start, stop, reset, process, extension,
                on_main_thread};
            t->host = host;
            t->gain = 0.5;
            t->midi_only = i == 1 || i == 5;
            t->mpe = i == 5;
            t->effect = i == 2;
            t->live_only = i == 4;
            return &t->plugin;
        }
    }
    return NULL;
}

static bool entry_init(const char *path) {
    snprintf(slow, sizeof slow, "%s.slow", path);
    return path[0] == '/';
}
static void entry_deinit(void) { }

static const void *entry_factory(const char *id) {
    static const struct clap_factory FACTORY = {factory_count, factory_descriptor, factory_create};
    return strcmp(id, "clap.plugin-factory") ? NULL : &FACTORY;
}

__attribute__((visibility("default"))) const struct clap_entry clap_entry = {{1, 2, 0}, entry_init, entry_deinit, entry_factory};
