using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using CtVoice.Core.Conversations.Email;
using CtVoice.Core.Conversations.Matching;
using CtVoice.Core.Conversations.Meaning;
using CtVoice.Core.Conversations.Reading;
using CtVoice.Core.Tests.Conversations;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>What strangers write is matched by <see cref="Expression"/>, which is linear. The runtime's, which backtrack, read our own texts, and are shown to be linear in them.</summary>
public sealed partial class RegexTests
{
    /// <summary>Reads what residents are to be sent, which people wrote and released; never what arrives.</summary>
    private const string OwnTexts = "core/CtVoice.Core/Conversations/Reading/";

    private static IReadOnlyList<string> Conversations => SourceTree.Files("core/CtVoice.Core/Conversations");

    [Fact]
    public void Words_that_arrive_are_matched_by_no_expression_of_the_runtime() =>
        Assert.Empty(Incoming<Regex>().Select(e => e.Where));

    /// <summary>Every one of them on what people and machines write, as the cases have it: a slip of the matcher would be a slip of all readers.</summary>
    [Fact]
    public void Every_expression_over_incoming_words_means_what_it_means_to_the_runtime()
    {
        var expressions = Incoming<Expression>().DistinctBy(e => e.Expression.Pattern).ToList();
        string[] files = ["danger-advice.txt", "danger-acute.txt", "asides.txt", "texts.txt", "persons.txt", "machines.txt", "autoreplies.txt"];
        var texts = files.SelectMany(file => CaseFile.Lines(file).Where((_, line) => line % 7 == 0)).SelectMany(line => new[] { Folded.Of(line).Line, Folded.Of(line).Words, line.ToLowerInvariant() })
            .Where(text => text.Length < 200).Distinct().ToList();

        Assert.True(expressions.Count > 100, "The scan found too few expressions to mean anything.");
        Assert.True(texts.Count > 300, "The cases are too few to mean anything.");
        foreach (var (where, expression) in expressions)
        {
            // The runtime's own, and one that backtracks: made in microseconds, and harmless on texts of ours.
            var judge = new Regex(expression.Pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
            Assert.Empty(texts.Where(text => judge.IsMatch(text) != expression.IsMatch(text)).Select(text => $"{where}: {text}"));
        }
    }

    [Fact]
    public void Generated_expressions_which_backtrack_read_our_own_texts_only() =>
        Assert.All(SourceTree.Find(Conversations, Generated()), place => Assert.StartsWith(OwnTexts, place, StringComparison.Ordinal));

    [Fact]
    public void No_expression_is_made_while_a_message_is_read() =>
        Assert.Empty(SourceTree.Find(Conversations, OnTheFly()));

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

        // Linear costs 16 times as much, quadratic 256 times. A shared machine only ever adds, so the best of several counts.
        bool InStep() => large < double.MaxValue && large <= (64 * small) + 200;
    }

    private static double Cost(string text)
    {
        var watch = Stopwatch.StartNew();
        _ = ReadableText.Sentences(text).Count + ReadableText.Words(text).Sum(word => EnglishSyllables.Count(word) + SpanishSyllables.Count(word));
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Repeated(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];

    private static IEnumerable<(string Where, T Expression)> Incoming<T>() => typeof(EmailReader).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("CtVoice.Core.Conversations", StringComparison.Ordinal) == true && type.Namespace != typeof(FleschKincaid).Namespace)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsLiteral && !type.ContainsGenericParameters)
            .SelectMany(field => Held<T>(field.GetValue(null)).Select(held => (Where: $"{type.Name}.{field.Name}", held))));

    private static IEnumerable<T> Held<T>(object? value) => value switch
    {
        T held => [held],
        string or null => [],
        System.Collections.IEnumerable many => many.Cast<object?>().Take(1_000).SelectMany(Held<T>),
        _ when value.GetType().Namespace?.StartsWith("CtVoice.Core.Conversations", StringComparison.Ordinal) == true =>
            value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(field => field.FieldType != value.GetType()).SelectMany(field => Held<T>(field.GetValue(value))),
        _ => [],
    };

    [GeneratedRegex("GeneratedRegex")]
    private static partial Regex Generated();

    [GeneratedRegex(@"\bRegex\.(IsMatch|Match|Matches|Replace|Split)\(")]
    private static partial Regex OnTheFly();
}
