using CtVoice.Language.Reading;

namespace CtVoice.Language.Tests.Reading;

/// <summary>The expressions of the runtime, which backtrack, read texts that people wrote and released:
/// they take time in step with any text all the same.</summary>
public sealed class LinearTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("aeiou")]
    [InlineData("y")]
    [InlineData("-")]
    [InlineData("a-")]
    [InlineData("a'")]
    [InlineData(".")]
    [InlineData("!?")]
    [InlineData(".\"")]
    [InlineData("e.g.")]
    [InlineData("(")]
    [InlineData("1,")]
    [InlineData("les")]
    public void Expressions_over_our_own_texts_take_longer_in_step_with_the_text(string unit)
    {
        var (few, many) = (Repeated(unit, 8_000), Repeated(unit, 128_000));
        var (small, large) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 10 && !InStep(); round++)
            (small, large) = (Math.Min(small, Cost(few)), Math.Min(large, Cost(many)));

        Assert.True(InStep(), $"{small:F1} ms became {large:F1} ms");

        // Linear costs 16 times as much, quadratic 256 times. What else runs only ever adds, so the best of several counts.
        bool InStep() => large < double.MaxValue && large <= (64 * small) + 200;
    }

    private static double Cost(string text)
    {
        var began = ProcessorTime.Now;
        _ = ReadableText.Sentences(text).Count + ReadableText.Words(text)
            .Sum(word => EnglishSyllables.Count(word) + SpanishSyllables.Count(word));
        return (ProcessorTime.Now - began).TotalMilliseconds;
    }

    private static string Repeated(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];
}
