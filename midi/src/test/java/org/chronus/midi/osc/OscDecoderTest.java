package org.chronus.midi.osc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class OscDecoderTest {
    private final List<OscMessage> messages = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private void decode(byte[] bytes) {
        new OscDecoder().decode(ByteBuffer.wrap(bytes), new OscDecoder.Listener() {
            @Override public void message(long timeTag, OscMessage message) {
                messages.add(message);
                times.add(timeTag);
            }

            @Override public void fault(OscFault kind, String address, String reason) {
                faults.add(kind + " " + address);
            }
        });
    }

    private static byte[] packet(OscMessage message) {
        ByteBuffer packet = new OscEncoder().encode(message);
        return Arrays.copyOfRange(packet.array(), 0, packet.limit());
    }

    private static byte[] bundle(long timeTag, byte[]... pieces) {
        ByteBuffer bundle = ByteBuffer.allocate(1_024).put("#bundle\0".getBytes(StandardCharsets.US_ASCII)).putLong(timeTag);
        for (byte[] piece : pieces) {
            bundle.putInt(piece.length).put(piece);
        }
        return Arrays.copyOfRange(bundle.array(), 0, bundle.position());
    }

    @Test void everyKindOfArgumentArrivesAsItWasSent() {
        OscMessage sent = OscMessage.of("/mod/osc1/tune", 1, 2.5f, "Grüße", 1L << 40, 0.1, true, false);
        decode(packet(sent));
        assertEquals(List.of(sent), messages);
    }

    @Test void theBytesAreThoseOfTheSpecification() {
        byte[] bytes = {'/', 'f', 'o', 'o', 0, 0, 0, 0, ',', 'i', 's', 'f', 0, 0, 0, 0, 0, 0, 3, (byte) 0xE8, 'h', 'i', 0, 0, 0x3F, (byte) 0x9D,
            (byte) 0xF3, (byte) 0xB6};
        assertTrue(Arrays.equals(bytes, packet(OscMessage.of("/foo", 1_000, "hi", 1.234f))));
        decode(bytes);
        assertEquals(List.of(OscMessage.of("/foo", 1_000, "hi", 1.234f)), messages);
    }

    @Test void aBundleIsOpenedInOrderAndNothingInItIsEarlierThanTheBundle() {
        byte[] a = packet(OscMessage.of("/a")), b = packet(OscMessage.of("/b")), c = packet(OscMessage.of("/c"));
        decode(bundle(100L << 32, a, bundle(50L << 32, b), bundle(200L << 32, c)));
        assertEquals(List.of("/a", "/b", "/c"), messages.stream().map(OscMessage::address).toList());
        assertEquals(List.of(100L << 32, 100L << 32, 200L << 32), times);
    }

    @Test void aBrokenPieceSpoilsItselfOnly() {
        byte[] broken = "/note\0\0\0,i\0\0".getBytes(StandardCharsets.US_ASCII);
        decode(bundle(1, packet(OscMessage.of("/a")), broken, packet(OscMessage.of("/b"))));
        assertEquals(List.of("/a", "/b"), messages.stream().map(OscMessage::address).toList());
        assertEquals(List.of("ARGUMENTS /note"), faults);
    }

    @Test void whatIsNoMessageIsAFaultOfItsKind() {
        decode("hello!!!".getBytes(StandardCharsets.US_ASCII));
        decode("/note\0\0\0,Z\0\0".getBytes(StandardCharsets.US_ASCII));
        decode("/note\0\0\0,b\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        decode("/note\0\0\0,[i]\0\0\0\0\0\0\0\1".getBytes(StandardCharsets.US_ASCII));
        decode("#bundle\0".getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of("PACKET ", "ARGUMENTS /note", "ARGUMENTS /note", "ARGUMENTS /note", "BUNDLE "), faults);
        assertEquals(List.of(), messages);
    }

    @Test void addressPatternsAreNotTaken() {
        for (String pattern : List.of("/mod/*/gain", "/mod/osc?/gain", "/mod/[ab]/gain", "/mod/{a,b}/gain", "//gain", "/mod/#1")) {
            decode(packet(OscMessage.of(pattern, 1f)));
        }
        assertEquals(List.of(), messages);
        assertEquals(List.of("ARGUMENTS /mod/*/gain", "ARGUMENTS /mod/osc?/gain", "ARGUMENTS /mod/[ab]/gain", "ARGUMENTS /mod/{a,b}/gain",
                "ARGUMENTS //gain", "ARGUMENTS /mod/#1"), faults);
    }

    @Test void aMessageEndsWhereItsPaddingDoes() {
        decode("/note\0\0".getBytes(StandardCharsets.US_ASCII));
        decode("/note\0\0\0,s\0\0half".getBytes(StandardCharsets.US_ASCII));
        decode("/note\0\0\0,s\0\0who\0".getBytes(StandardCharsets.US_ASCII));
        decode("/note\0\0\0".getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of("ARGUMENTS /note", "ARGUMENTS /note"), faults, "padding is missing, then the end of a string");
        assertEquals(List.of(OscMessage.of("/note", "who"), OscMessage.of("/note")), messages, "and no types are no arguments");
    }

    @Test void whatCannotBeSentIsRefused() {
        OscEncoder encoder = new OscEncoder();
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(OscMessage.of("/a", "x".repeat(70_000))));
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(OscMessage.of("/a", List.of(new Object()))));
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(OscMessage.of("/a", "in\0two")));
        assertEquals(4 + 4 + 4, encoder.encode(OscMessage.of("/a", 1)).limit(), "and the next goes as ever");
    }

    @Test void timeTagsCountFrom1900AndGoOnAfter2036() {
        Instant now = Instant.parse("2026-03-01T12:00:00.25Z"), later = now.plusNanos(1_500_000_000);
        assertEquals(1.5e9, OscTime.nanosUntil(OscTime.tag(later), now), 2);
        assertEquals(-1.5e9, OscTime.nanosUntil(OscTime.tag(now), later), 2);
        assertEquals(0, OscTime.nanosUntil(OscTime.IMMEDIATELY, now));
        Instant before = Instant.parse("2036-02-07T06:28:15Z"), after = before.plusSeconds(2);
        assertEquals(2e9, OscTime.nanosUntil(OscTime.tag(after), before), 2, "the seconds have begun anew");
    }
}
