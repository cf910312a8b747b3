package org.chronus.instrument.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.doctor.Doctor;
import org.chronus.instrument.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at this computer as a place for an instrument. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = {"Looks at this computer's settings, and says what to change.",
    "Ends with 1 if something would be heard."})
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "for programs to read")
    private boolean json;

    @Override public Integer call() throws InterruptedException {
        List<Finding> findings = new Doctor().look();
        if (json) {
            System.out.println(Json.text(Map.of("findings", findings)));
        } else {
            for (Finding finding : findings) {
                System.out.printf(Locale.ROOT, "%-7s %-14s %s%n", finding.verdict() == Finding.Verdict.GOOD ? "" : finding.verdict().name()
                        .toLowerCase(Locale.ROOT),
                        finding.about(), finding.found() + (finding.cure().isEmpty() ? "" : ": " + finding.cure()));
            }
        }
        return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.CHANGE) ? 1 : 0;
    }
}
