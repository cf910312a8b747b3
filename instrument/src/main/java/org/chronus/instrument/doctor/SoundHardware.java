package org.chronus.instrument.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.chronus.instrument.jack.JackBackend;
import org.chronus.instrument.jack.JackOptions;

/** Sound cards, their rates, their power, and the servers that have them. One use; any thread but the audio thread. */
final class SoundHardware {
    private static final Pattern CARD = Pattern.compile("^ *(\\d+) \\[.*?] *: .*? - (.*)$"), NUMBER = Pattern.compile("\\b(\\d{4,6})\\b");
    private static final String AUDIO_CLASS = "01";
    private static final Set<String> SERVERS = Set.of("jackd", "jackdbus", "pipewire", "pulseaudio");

    private final SystemFiles files;
    private final List<Finding> findings = new ArrayList<>();

    SoundHardware(SystemFiles files) {
        this.files = files;
    }

    List<Finding> look() {
        cards();
        power();
        servers();
        return findings;
    }

    private void cards() {
        boolean any = false;
        for (String line : files.lines("proc/asound/cards")) {
            MatchResult card = CARD.matcher(line).results().findFirst().orElse(null);
            if (card != null) {
                any = true;
                String rates = rates("proc/asound/card" + card.group(1));
                findings.add(Finding.good("sound card", card.group(2) + (rates.isEmpty() ? "" : ", " + rates + " Hz")));
            }
        }
        if (!any) {
            findings.add(Finding.change("sound card", "none", "connect one, or play over the network or into a file (--audio)"));
        } else if (!mayOpen()) {
            findings.add(Finding.change("sound card", "its devices in /dev/snd are not for you", "sudo usermod -aG audio $USER, and a new login"));
        }
    }

    private boolean mayOpen() {
        List<Path> devices = files.list("dev/snd", "pcm*p");
        return devices.isEmpty() || devices.stream().anyMatch(device -> device.toFile().canWrite());
    }

    /** Of USB cards and of codecs, as the driver lists them. */
    private String rates(String folder) {
        TreeSet<Integer> rates = new TreeSet<>();
        List<Path> lists = new ArrayList<>(files.list(folder, "stream*"));
        lists.addAll(files.list(folder, "codec*"));
        for (Path list : lists) {
            SystemFiles.text(list).lines().filter(line -> line.strip().startsWith("Rates:") || line.strip().startsWith("rates ["))
                    .flatMap(line -> NUMBER.matcher(line.substring(line.indexOf(':'))).results()).forEach(rate ->
                            rates.add(Integer.parseInt(rate.group())));
        }
        return rates.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private void power() {
        for (Path device : files.list("sys/bus/usb/devices", "*")) {
            boolean sounds = files.list("sys/bus/usb/devices", device.getFileName() + ":*").stream()
                    .anyMatch(part -> SystemFiles.text(part.resolve("bInterfaceClass")).equals(AUDIO_CLASS));
            if (sounds) {
                String name = SystemFiles.text(device.resolve("product"));
                findings.add(SystemFiles.text(device.resolve("power/control")).equals("auto")
                        ? Finding.change("USB power", name + " is put to sleep when it is silent", "echo on | sudo tee " + device
                                + "/power/control, and a udev rule for good")
                        : Finding.good("USB power", name + " stays awake"));
            }
        }
    }

    private void servers() {
        TreeSet<String> running = new TreeSet<>();
        files.list("proc", "[0-9]*").forEach(process -> running.add(SystemFiles.text(process.resolve("comm"))));
        running.retainAll(SERVERS);
        try (JackBackend jack = JackBackend.open(JackOptions.usual())) {
            findings.add(Finding.good("server", jack.description().replace(", client chronus", "") + ", " + jack.sampleRate() + " Hz, period "
                    + jack.period()));
        } catch (java.io.IOException none) {
            if (running.isEmpty()) {
                findings.add(Finding.good("server", "none: the sound card is played directly"));
            } else if (running.contains("pulseaudio")) {
                findings.add(Finding.change("server", "pulseaudio has the sound card, and no small periods",
                        "end it (systemctl --user mask pulseaudio.socket), or use PipeWire"));
            } else {
                findings.add(Finding.advice("server", String.join(", ", running) + " runs, but lets no JACK client in",
                        "install pipewire-jack, or run as the user who has it"));
            }
        }
    }
}
