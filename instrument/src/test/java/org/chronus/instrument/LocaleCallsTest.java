package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.BreakIterator;
import java.text.Collator;
import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Calendar;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.chronus.instrument.cli.Main;
import org.junit.jupiter.api.Test;

/** Nothing that we call asks what language the machine speaks: a call that could is given {@link Locale#ROOT}. */
class LocaleCallsTest {
    /** What depends on the default locale, unless one is among its arguments; a star stands for all that the type has. */
    private static final Map<Class<?>, Set<String>> DEPENDENT = Map.ofEntries(
            Map.entry(String.class, Set.of("format", "formatted", "toLowerCase", "toUpperCase")),
            Map.entry(PrintStream.class, Set.of("format", "printf")), Map.entry(PrintWriter.class, Set.of("format", "printf")),
            Map.entry(java.io.Console.class, Set.of("format", "printf", "readLine", "readPassword")),
            Map.entry(Formatter.class, Set.of("<init>")), Map.entry(Scanner.class, Set.of("*")),
            Map.entry(NumberFormat.class, Set.of("*")), Map.entry(DecimalFormat.class, Set.of("*")),
            Map.entry(DecimalFormatSymbols.class, Set.of("*")), Map.entry(MessageFormat.class, Set.of("*")),
            Map.entry(DateFormat.class, Set.of("*")), Map.entry(SimpleDateFormat.class, Set.of("*")),
            Map.entry(DateTimeFormatter.class, Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime")),
            Map.entry(DateTimeFormatterBuilder.class, Set.of("toFormatter")), Map.entry(Calendar.class, Set.of("getInstance")),
            Map.entry(Collator.class, Set.of("*")), Map.entry(BreakIterator.class, Set.of("*")), Map.entry(Locale.class, Set.of("getDefault")));

    /** What the targets are like does not matter, only their names: so the Java library is not read. */
    private static JavaClasses read(Function<ClassFileImporter, JavaClasses> classes) {
        boolean before = ArchConfiguration.get().resolveMissingDependenciesFromClassPath();
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        try {
            return classes.apply(new ClassFileImporter().withImportOption(location -> !location.contains("/testing/")));
        } finally {
            ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(before);
        }
    }

    private static Set<String> dependentCalls(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getCodeUnitCallsFromSelf().stream().filter(LocaleCallsTest::isDependent).forEach(call -> found.add(text(call)));
            type.getCodeUnitReferencesFromSelf().stream().filter(LocaleCallsTest::isDependent).forEach(call -> found.add(text(call)));
        }
        return found;
    }

    private static boolean isDependent(JavaAccess<?> call) {
        Set<String> names = DEPENDENT.entrySet().stream().filter(entry -> entry.getKey().getName().equals(call.getTargetOwner().getName()))
                .map(Map.Entry::getValue).findFirst().orElse(Set.of());
        return (names.contains(call.getName()) || names.contains("*")) && !call.getTarget().getFullName().contains(Locale.class.getName() + ",")
                && !call.getTarget().getFullName().contains(Locale.class.getName() + ")");
    }

    private static String text(JavaAccess<?> call) {
        return call.getOrigin().getFullName() + " calls " + call.getTarget().getFullName() + " in line " + call.getLineNumber();
    }

    @Test void noCallAsksForTheLanguageOfTheMachine() {
        JavaClasses ours = read(importer -> importer.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.chronus"));
        assertTrue(ours.contain(Main.class), "they were found");
        assertEquals("", String.join("\n", dependentCalls(ours)));
    }

    @Test void theCallsThatAreLookedForAreFound() {
        Set<String> found = dependentCalls(read(importer -> importer.importClasses(Careless.class)));
        List<String> methods = found.stream().map(line -> line.replaceAll(".*calls java\\.\\w+\\.(\\w+\\.[\\w<>]+)\\(.*", "$1")).sorted().toList();
        assertEquals(List.of("PrintStream.printf", "String.format", "String.formatted", "String.toLowerCase", "String.toUpperCase"), methods);
    }

    /** Each of these is wrong but the last two. */
    static final class Careless {
        private Careless() { }

        static String text(double value, List<String> words) {
            System.err.printf("%d", 1);
            words.replaceAll(String::toUpperCase);
            return String.format("%.1f", value) + "%.1f".formatted(value) + "I".toLowerCase() + String.format(Locale.ROOT, "%.1f", value)
                    + "I".toLowerCase(Locale.ROOT);
        }
    }
}
