package org.chronus.foreign;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the service manager that started this process how it is: the protocol of {@code man 3 sd_notify}, which systemd speaks. Without a
 * manager, nobody is told. Immutable; any thread that may be held up a little, none but {@link #ready} waits for the manager.
 */
public final class ServiceNotifier {
    private static final String NOBODY = "";

    private final Optional<LocalDatagrams> manager;
    private final Optional<Duration> patience;

    private ServiceNotifier(Optional<LocalDatagrams> manager, Optional<Duration> patience) {
        this.manager = manager;
        this.patience = patience;
    }

    /** By {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC} and {@code WATCHDOG_PID}. */
    public static ServiceNotifier of(Map<String, String> environment) {
        Optional<LocalDatagrams> manager = Optional.of(environment.getOrDefault("NOTIFY_SOCKET", NOBODY))
                .filter(LocalDatagrams::isName).map(LocalDatagrams::new);
        String process = String.valueOf(ProcessHandle.current().pid());
        Optional<Duration> patience = Optional.of(environment.getOrDefault("WATCHDOG_USEC", NOBODY))
                .filter(number -> number.matches("[1-9][0-9]{0,14}") && environment.getOrDefault("WATCHDOG_PID", process).equals(process))
                .map(number -> Duration.ofNanos(1000 * Long.parseLong(number)));
        return new ServiceNotifier(manager, manager.isPresent() ? patience : Optional.empty());
    }

    /** How long the manager waits for the next {@link #alive} before it restarts the process; nothing if it does not. */
    public Optional<Duration> patience() {
        return patience;
    }

    /** All is up. */
    public void ready() {
        tell("READY=1", true);
    }

    /** It still does what it is for. */
    public void alive() {
        tell("WATCHDOG=1", false);
    }

    /** It is about to end. */
    public void stopping() {
        tell("STOPPING=1", false);
    }

    /** What it does now, in a line for people. */
    public void status(String line) {
        tell("STATUS=" + line.replace('\n', ' '), false);
    }

    private void tell(String text, boolean waits) {
        manager.ifPresent(socket -> socket.send(text, waits));
    }
}
