package org.chronus.instrument.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chronus.foreign.MemoryLock;
import org.chronus.foreign.Scheduling;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginFormats;

/** Looks at all settings of this computer that would be heard. One use; any thread but the audio thread. */
public final class Doctor {
    private static final int LEAST_MEBIBYTES = 400, SWAPPINESS = 10, PRIORITY = 70;
    private static final String LIMITS =
            " in /etc/security/limits.d/audio.conf, yourself in the group audio (sudo usermod -aG audio $USER), and a new login";

    private final SystemFiles files;
    private final List<Finding> findings = new ArrayList<>();

    /** Of this computer. */
    public Doctor() {
        this(Path.of("/"));
    }

    Doctor(Path root) {
        files = new SystemFiles(root);
    }

    /** Looks. */
    public List<Finding> look() throws InterruptedException {
        kernel();
        priority();
        processors();
        clock();
        memory();
        findings.addAll(new SoundHardware(files).look());
        formats();
        return List.copyOf(findings);
    }

    private void kernel() {
        String release = files.text("proc/sys/kernel/osrelease"), about = "kernel";
        if (files.text("sys/kernel/realtime").equals("1")) {
            findings.add(Finding.good(about, release + ", real time"));
        } else {
            findings.add(Finding.advice(about, release + ", not the real-time one",
                    "install linux-image-rt-amd64 or its like, for periods of 64 frames and less"));
        }
    }

    private void priority() throws InterruptedException {
        boolean[] granted = new boolean[1];
        Thread.ofPlatform().start(() -> granted[0] = Scheduling.realTime(PRIORITY)).join();
        findings.add(granted[0] ? Finding.good("real time", "priority " + PRIORITY + " is granted")
                : Finding.change("real time", "is not granted: the audio thread waits like any other", "\"@audio - rtprio 95\"" + LIMITS));
        findings.add(MemoryLock.isUnlimited() ? Finding.good("locked memory", "without a limit")
                : Finding.change("locked memory", "is limited: what sounds may be paged out", "\"@audio - memlock unlimited\"" + LIMITS));
        String runtime = files.text("proc/sys/kernel/sched_rt_runtime_us");
        if (!runtime.isEmpty() && !runtime.equals("-1") && Long.parseLong(runtime) < 500_000) {
            findings.add(Finding.change("real time", "may use " + Long.parseLong(runtime) / 10_000 + " % of a processor only",
                    "sudo sysctl kernel.sched_rt_runtime_us=950000"));
        }
    }

    private void processors() {
        int count = Runtime.getRuntime().availableProcessors();
        findings.add(count > 1 ? Finding.good("processors", Integer.toString(count))
                : Finding.advice("processors", "one", "plugins in helper processes and the loader want one beside the audio thread's"));
        String isolated = files.text("sys/devices/system/cpu/isolated");
        findings.add(Finding.good("isolated", isolated.isEmpty() ? "no processors: the audio thread shares them"
                : isolated + ": the audio thread plays on the first, plugins on the others (--cores)"));
        TreeSet<String> governors = new TreeSet<>();
        files.list("sys/devices/system/cpu/cpufreq", "policy*").forEach(policy ->
                governors.add(SystemFiles.text(policy.resolve("scaling_governor"))));
        governors.remove("");
        if (governors.isEmpty()) {
            findings.add(Finding.good("governor", "none: the processors do not change their speed"));
        } else if (governors.equals(new TreeSet<>(List.of("performance")))) {
            findings.add(Finding.good("governor", "performance"));
        } else {
            findings.add(Finding.change("governor", String.join(", ", governors) + ": processors slow down between two notes",
                    "sudo cpupower frequency-set -g performance, and in /etc/default/cpupower or a service of yours for good"));
        }
    }

    private void clock() {
        String source = files.text("sys/devices/system/clocksource/clocksource0/current_clocksource");
        boolean quick = source.isEmpty() || Stream.of("tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page").anyMatch(source::equals);
        findings.add(quick ? Finding.good("clock", source.isEmpty() ? "unknown" : source)
                : Finding.advice("clock", source + ", which is slow to ask", "see which others there are in available_clocksource beside it"));
    }

    private void memory() {
        long available = files.lines("proc/meminfo").stream().filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024).findFirst().orElse(Long.MAX_VALUE);
        findings.add(available >= LEAST_MEBIBYTES ? Finding.good("memory", available + " MiB are free")
                : Finding.change("memory", "only " + available + " MiB are free", "end other programs: 400 MiB are for an instrument with plugins"));
        String swappiness = files.text("proc/sys/vm/swappiness");
        boolean swaps = files.lines("proc/swaps").size() > 1;
        findings.add(!swaps || !swappiness.isEmpty() && Integer.parseInt(swappiness) <= SWAPPINESS 
                ? Finding.good("swap", swaps ? "seldom used" : "none")
                : Finding.advice("swap", "used readily (vm.swappiness " + swappiness + ")",
                        "sudo sysctl vm.swappiness=10, and in /etc/sysctl.d for good"));
        findings.add(files.has("dev/shm") ? Finding.good("shared memory", "/dev/shm")
                : Finding.change("shared memory", "no /dev/shm: plugins cannot be hosted", "mount a tmpfs there"));
    }

    private void formats() {
        for (PluginFormat format : PluginFormats.all()) {
            format.missing().ifPresent(line -> findings.add(Finding.advice("plugins", line, "where none of that kind are wanted, nothing")));
        }
    }
}
