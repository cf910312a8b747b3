package org.chronus.instrument.panel.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who may do what. A browser must ask for this machine by a name that is its own, and a page of another site may not ask for anything; from the
 * network one must have the key, once by the link {@code /?key=...} and then as a cookie. Wrong keys are answered slowly. Any thread.
 */
public final class PanelAccess {
    private static final String COOKIE = "chronus-panel", KEY = "key=";
    private static final int COOKIE_SECONDS = 400 * 24 * 3600, FREE_TRIES = 5, MOST_WAITING = 8;
    private static final long SLOW_MILLIS = 1_000, FORGIVEN_NANOS = 60_000_000_000L;

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Optional<String> key;
    private final boolean looksOnly;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private volatile long lastWrong = System.nanoTime();

    /**
     * @param hosts     names and addresses by which browsers may call this machine
     * @param key       that whoever asks must have; nothing where only this machine can ask
     * @param looksOnly nothing can be changed
     */
    public PanelAccess(Set<String> hosts, Optional<String> key, boolean looksOnly) {
        names.addAll(hosts);
        this.key = key;
        this.looksOnly = looksOnly;
    }

    /** Lets it pass, or refuses it. */
    public void check(HttpExchange exchange, int port) throws PanelRefusal {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !isOurs(host, port)) {
            throw new PanelRefusal(403, "this machine is not called " + (host == null ? "nothing" : shown(host))
                    + ": use the address that play says");
        }
        boolean reads = exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
        String origin = exchange.getRequestHeaders().getFirst("Origin"), site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        if (origin != null && !origin.equals("http://" + host) || site != null && !site.equals("same-origin") && !(reads && site.equals("none")
                || isPairing(exchange))) {
            throw new PanelRefusal(403, "another site asks for this: open the panel itself");
        }
        if (key.isPresent()) {
            checkKey(exchange, key.get());
        }
        if (looksOnly && !reads) {
            throw new PanelRefusal(403, "this panel only looks on: start play with --panel in the place of --panel-view");
        }
    }

    private static boolean isPairing(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET") && exchange.getRequestURI().getPath().equals("/");
    }

    /** A literal address cannot be made to point elsewhere; names only if they are known. */
    private boolean isOurs(String host, int port) {
        String name = host.endsWith(":" + port) ? host.substring(0, host.length() - (":" + port).length()) : port == 80 ? host : "";
        return names.contains(name);
    }

    private void checkKey(HttpExchange exchange, String right) throws PanelRefusal {
        Optional<String> cookie = cookie(exchange);
        if (cookie.isPresent() && same(cookie.get(), right)) {
            return;
        }
        Optional<String> given = isPairing(exchange) ? given(exchange.getRequestURI()) : Optional.empty();
        if (given.isPresent() && same(given.get(), right)) {
            wrong.set(0);
            exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "=" + right + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + COOKIE_SECONDS);
            return;
        }
        if (given.isPresent() || cookie.isPresent()) {
            slowDown();
        }
        throw new PanelRefusal(401, "this device is not paired: open the link, or scan the code, that chronus play prints");
    }

    private static Optional<String> cookie(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie")).stream().flatMap(all -> Arrays.stream(all.split("; *")))
                .filter(each -> each.startsWith(COOKIE + "=")).map(each -> each.substring(COOKIE.length() + 1)).findFirst();
    }

    private static Optional<String> given(URI uri) {
        return Optional.ofNullable(uri.getRawQuery()).stream().flatMap(all -> Arrays.stream(all.split("&"))).filter(each -> each.startsWith(KEY))
                .map(each -> URLDecoder.decode(each.substring(KEY.length()), StandardCharsets.UTF_8)).findFirst();
    }

    /** Takes as long for any wrong key. */
    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /** A few mistakes are free; then each waits, and of many at once most are turned away. */
    private void slowDown() throws PanelRefusal {
        long now = System.nanoTime();
        if (now - lastWrong > FORGIVEN_NANOS) {
            wrong.set(0);
        }
        lastWrong = now;
        if (wrong.incrementAndGet() <= FREE_TRIES) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw new PanelRefusal(429, "too many wrong keys: wait a minute, then open the link that chronus play prints");
        }
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static String shown(String text) {
        return text.replaceAll("[^ -~]", "?").substring(0, Math.min(text.length(), 60));
    }

    /** What a URL calls an address. */
    public static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceAll("%.*", "");
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
