package org.chronus.presets.tuning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pitch as Scala writes it: cents if it has a point, else a ratio, with blanks around its slash or without. What follows is a comment,
 * unless it could be meant as a part of the pitch. Immutable; any thread.
 *
 * @param isDoubtful true if it is a whole number and another number follows it as a comment
 */
record ScalaPitch(double cents, boolean isDoubtful) {
    private static final double MOST_CENTS = 120_000, CENTS_OF_OCTAVE = 1_200;
    /** Bits by which a ratio's numbers may differ in length, a little more than {@link #MOST_CENTS}; digits that one may have. */
    private static final int MOST_BITS = 102, MOST_DIGITS = 4_000;
    private static final Pattern CENTS = pattern("([+-]?(?:\\d+\\.\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,4})?)(.*)");
    private static final Pattern RATIO = pattern("\\+?(\\d+)\\s*/\\s*\\+?(\\d+)(.*)");
    private static final Pattern WHOLE = pattern("\\+?(\\d+)(.*)");
    /** After a pitch: a further number, or an operator and a number. */
    private static final Pattern GOES_ON = pattern("[.,:\\\\^*+-]?\\d.*|\\s*/\\s*[+-]?\\d.*");
    /** After a whole number: a comment, which must be set apart, but not an operator with a number. */
    private static final Pattern COMMENT = pattern("|[!(;#].*|\\s+(?![/,.:\\\\^*]\\s*\\d|/).*");
    private static final Pattern NUMBER_FOLLOWS = pattern("\\s+[+-]?\\.?\\d.*");

    /** A point stands for any character: comments have some that are ends of lines elsewhere. */
    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.DOTALL);
    }

    /** Empty if the line, without blanks at its ends, is none. */
    static Optional<ScalaPitch> of(String line) {
        Matcher cents = CENTS.matcher(line);
        if (cents.matches()) {
            double value = Double.parseDouble(cents.group(1));
            return GOES_ON.matcher(cents.group(2)).matches() ? Optional.empty() : of(value, false);
        }
        Matcher ratio = RATIO.matcher(line);
        if (ratio.matches()) {
            return GOES_ON.matcher(ratio.group(3)).matches() ? Optional.empty() : ratio(ratio.group(1), ratio.group(2), false);
        }
        Matcher whole = WHOLE.matcher(line);
        return whole.matches() && COMMENT.matcher(whole.group(2)).matches()
                ? ratio(whole.group(1), "1", NUMBER_FOLLOWS.matcher(whole.group(2)).matches()) : Optional.empty();
    }

    private static Optional<ScalaPitch> ratio(String over, String under, boolean isDoubtful) {
        if (Math.max(over.length(), under.length()) > MOST_DIGITS) {
            return Optional.empty();
        }
        BigInteger numerator = new BigInteger(over), denominator = new BigInteger(under);
        if (numerator.signum() == 0 || denominator.signum() == 0 || Math.abs(numerator.bitLength() - denominator.bitLength()) > MOST_BITS) {
            return Optional.empty();
        }
        double ratio = new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.DECIMAL128).doubleValue();
        return of(CENTS_OF_OCTAVE * Math.log(ratio) / Math.log(2), isDoubtful);
    }

    private static Optional<ScalaPitch> of(double cents, boolean isDoubtful) {
        return Math.abs(cents) <= MOST_CENTS ? Optional.of(new ScalaPitch(cents, isDoubtful)) : Optional.empty();
    }
}
