package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The compiler's directives name classes and methods that are there: one that matches nothing would be passed over in silence. */
class CompilerDirectivesTest {
    private static final Path DIRECTIVES = Path.of("bin/compiler.json");
    private static final String ANY = "*", TESTS = "test-classes";
    /** What the engine calls on other threads only, or has no bytecode of its own to compile. */
    private static final Set<String> ELSEWHERE = Set.of("java/lang/Enum", "java/lang/Integer", "java/lang/String", "java/lang/StringBuilder",
            "java/lang/System", "java/lang/Thread.ofPlatform", "java/lang/invoke/VarHandle", "java/lang/management/ManagementFactory",
            "java/util/ArrayList", "java/util/Arrays.equals", "java/util/Arrays.hashCode", "java/util/Optional", "java/util/OptionalInt", "java/util/concurrent/ConcurrentHashMap");
    /** Names with slashes: those of the class path, tests left out, and of the Java Development Kit. */
    private static final NavigableSet<String> CLASSES = new TreeSet<>();

    @BeforeAll static void collect() throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path place = Path.of(entry);
            if (Files.isDirectory(place) && !place.endsWith(TESTS)) {
                collect(place, 0);
            } else if (Files.isRegularFile(place) && !place.toString().endsWith("-tests.jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    collect(jar.getPath("/"), 0);
                }
            }
        }
        // Below the root come "modules" and the module's name.
        collect(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules"), 1);
    }

    private static void collect(Path root, int above) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".class")).map(root::relativize).filter(file -> file.getNameCount() > above + 1)
                    .map(file -> file.subpath(above, file.getNameCount()).toString())
                    .forEach(name -> CLASSES.add(name.substring(0, name.length() - ".class".length())));
        }
    }

    /** What is in quotes: a class and a method, each of which may end in a star; with a minus before what is not to be inlined. */
    private static List<String> patterns() throws IOException {
        return Pattern.compile("\"-?([^\"]+)\"").matcher(Files.readString(DIRECTIVES)).results().map(match -> match.group(1)).toList();
    }

    @Test void everyPatternMatchesAClassThatIsThere() throws IOException {
        List<String> patterns = patterns();
        assertTrue(patterns.size() > 20, "found " + patterns);
        assertAll(patterns.stream().map(pattern -> (Executable) () -> assertTrue(matches(classOf(pattern)), pattern + " matches no class")));
    }

    @Test void everyMethodThatIsNamedIsInItsClass() throws Exception {
        int named = 0;
        for (String pattern : patterns()) {
            String method = pattern.substring(pattern.lastIndexOf('.') + 1);
            if (!method.equals(ANY) && !method.equals("<init>")) {
                Class<?> type = Class.forName(classOf(pattern).replace('/', '.'), false, CompilerDirectivesTest.class.getClassLoader());
                assertTrue(Arrays.stream(type.getDeclaredMethods()).anyMatch(one -> one.getName().equals(method)), pattern + " matches no method");
                named++;
            }
        }
        assertTrue(named > 0, "none is named");
    }

    @Test void aPatternThatMatchesNothingIsSeen() {
        assertEquals(List.of(true, true, false, false), Stream.of("org/chronus/instrument/engine/*", "org/chronus/instrument/engine/Engine",
                "org/chronus/instrument/engines/*", "org/chronus/instrument/engine/Eng").map(CompilerDirectivesTest::matches).toList());
    }

    /**
     * The thread on which a method has been called often enough asks the second compiler for it, and must then resolve the strings of its
     * class, which allocates. So what the audio thread calls must have none, or be left to the first compiler.
     */
    @Test void noClassOfTheAudioThreadHasItsStringsResolvedThere() throws IOException {
        List<String> excluded = patterns(), wrong = new ArrayList<>();
        for (String name : CLASSES) {
            if (Stream.of("engine/", "audio/", "jack/", "javasound/", "listening/SoundRing", "render/")
                    .anyMatch(room -> name.startsWith("org/chronus/instrument/" + room))
                    && hasStrings(name) && excluded.stream().noneMatch(pattern -> covers(pattern, name + ".any"))) {
                wrong.add(name);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(hasStrings("org/chronus/instrument/audio/Recorder"), "the case that was found is among them");
    }

    @Test void noClassThatTheEngineCallsHasItsStringsResolvedOnTheAudioThread() throws IOException {
        Set<String> called = new TreeSet<>();
        for (String name : CLASSES) {
            if (Stream.of("org/chronus/instrument/engine/", "org/chronus/instrument/audio/Tap", "org/chronus/midi/command/")
                    .anyMatch(name::startsWith)) {
                parse(name).methods().stream().filter(method -> !method.methodName().stringValue().startsWith("<"))
                        .forEach(method -> method.code().ifPresent(code -> code.forEach(element -> {
                            if (element instanceof InvokeInstruction call && CLASSES.contains(call.owner().asInternalName())) {
                                called.add(call.owner().asInternalName() + "." + call.name());
                            }
                        })));
            }
        }
        List<String> excluded = patterns(), wrong = new ArrayList<>();
        for (String method : called) {
            String type = classOf(method);
            if (!type.startsWith("org/chronus/modules/") && !ELSEWHERE.contains(type) && !ELSEWHERE.contains(method) && hasStrings(type)
                    && excluded.stream().noneMatch(pattern -> covers(pattern, method))) {
                wrong.add(method);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(called.contains("java/lang/Float.isNaN") && hasStrings("java/lang/Float"), "the case that was found is among them");
    }

    private static ClassModel parse(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return ClassFile.of().parse(in.readAllBytes());
        }
    }

    private static boolean hasStrings(String name) throws IOException {
        for (PoolEntry entry : parse(name).constantPool()) {
            if (entry instanceof StringEntry) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String pattern, String method) {
        String beginning = pattern.replace(".*", ".");
        return pattern.equals(method) || pattern.endsWith(".*") && (beginning.contains("*.")
                ? method.startsWith(beginning.substring(0, beginning.indexOf('*'))) : method.startsWith(beginning));
    }

    private static String classOf(String pattern) {
        return pattern.substring(0, pattern.lastIndexOf('.'));
    }

    private static boolean matches(String name) {
        String beginning = name.endsWith(ANY) ? name.substring(0, name.length() - 1) : name;
        String first = CLASSES.ceiling(beginning);
        return first != null && (name.endsWith(ANY) ? first.startsWith(beginning) : first.equals(beginning));
    }
}
