package org.chronus.instrument.panel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.chronus.instrument.panel.http.PanelAccess;
import org.chronus.instrument.panel.http.PanelPlace;
import org.chronus.instrument.socket.SocketRig;
import org.chronus.modules.ModuleCatalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole instrument with a panel on a port of its own, and a browser of sorts. */
final class PanelRig implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    static final double A4 = 440;

    final SocketRig rig;
    final PanelServer server;
    final HttpClient client = HttpClient.newHttpClient();
    final int port;

    PanelRig(Path folder, Optional<String> key, boolean looksOnly) throws IOException {
        this(new SocketRig(folder), key, looksOnly);
    }

    /** Of an instrument that plays nothing yet. */
    static PanelRig silent(Path folder) throws IOException {
        return new PanelRig(new SocketRig(folder, false, ModuleCatalog.load()), Optional.empty(), false);
    }

    /** Of an instrument that knows these types of modules. */
    static PanelRig of(Path folder, ModuleCatalog catalog) throws IOException {
        return new PanelRig(new SocketRig(folder, true, catalog), Optional.empty(), false);
    }

    private PanelRig(SocketRig rig, Optional<String> key, boolean looksOnly) throws IOException {
        this.rig = rig;
        InetSocketAddress place = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        server = new PanelServer(place, new PanelAccess(new PanelPlace(place).names(), key, looksOnly), rig.room, A4);
        server.start();
        port = server.address().getPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/api/ask").POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode ask(String body) throws IOException, InterruptedException {
        return JSON.readTree(post(body).body());
    }

    /** Sends bytes as they are, and reads the first line of the reply; empty if there is none. */
    String raw(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return firstLine(socket.getInputStream());
        } catch (SocketException reset) {
            return "";
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override public void close() throws IOException {
        client.shutdownNow();
        server.close();
        rig.close();
    }
}
