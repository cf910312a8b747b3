package org.chronus.hosting.jars;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.chronus.modules.Module;
import org.chronus.modules.ModuleLibrary;

/** Compiles sources and packs them into jars, as authors of modules do. Mutable; one thread. */
public final class JarMaker {
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private String provider = "";

    /** A class by its full name. */
    public JarMaker source(String name, String text) {
        sources.add(new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override public CharSequence getCharContent(boolean ignore) {
                return text;
            }
        });
        return this;
    }

    /** Every source below a folder. */
    public JarMaker sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java") && !each.endsWith("module-info.java")).sorted().toList()) {
                source(folder.relativize(file).toString().replace(".java", "").replace('/', '.'), Files.readString(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name that stands under META-INF/services. */
    public JarMaker provider(String name) {
        provider = name;
        return this;
    }

    /** Classes that are compiled, but not packed. */
    public JarMaker without(String simpleName) {
        leftOut.add(simpleName + ".class");
        return this;
    }

    /** Writes the jar. */
    public Path write(Path jar) {
        try {
            Path classes = Files.createTempDirectory("classes");
            compile(classes);
            pack(classes, jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "-proc:none", "--add-modules", "jdk.incubator.vector",
                    "-classpath", ours().toString());
            if (!sources.isEmpty() && !compiler.getTask(said, files, null, options, null, sources).call()) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    private void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).filter(each -> !leftOut.contains(each.getFileName().toString())).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
            if (!provider.isEmpty()) {
                out.putNextEntry(new JarEntry("META-INF/services/" + ModuleLibrary.class.getName()));
                out.write((provider + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    private static Path ours() {
        try {
            return Path.of(Module.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
