using System.Reflection;
using System.Text.RegularExpressions;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Language.Email;
using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;
using CtVoice.Language.Reading;
using CtVoice.Language.Tests;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>What strangers write is matched by <see cref="Expression"/>, which is linear. The runtime's, which backtrack,
/// read our own texts, and are shown to be linear in them by the tests of the library.</summary>
public sealed partial class RegexTests
{
    /// <summary>Reads what residents are to be sent, which people wrote and released; never what arrives.</summary>
    private const string OwnTexts = "core/CtVoice.Language/Reading/";

    private static IReadOnlyList<string> Conversations =>
        [.. SourceTree.Files("core/CtVoice.Core/Conversations"), .. SourceTree.Files("core/CtVoice.Language")];

    [Fact]
    public void Words_that_arrive_are_matched_by_no_expression_of_the_runtime() =>
        Assert.Empty(Incoming<Regex>().Select(e => e.Where));

    /// <summary>Every one of them on what people and machines write, as the cases have it:
    /// a slip of the matcher would be a slip of all readers.</summary>
    [Fact]
    public void Every_expression_over_incoming_words_means_what_it_means_to_the_runtime()
    {
        var expressions = Incoming<Expression>().DistinctBy(e => e.Expression.Pattern).ToList();
        string[] files =
            ["danger-advice.txt", "danger-acute.txt", "asides.txt", "texts.txt", "persons.txt", "machines.txt", "autoreplies.txt"];
        var texts = files.SelectMany(file => CaseFile.Lines(file).Where((_, line) => line % 7 == 0))
            .SelectMany(line => new[] { NormalizedText.Of(line).Line, NormalizedText.Of(line).Words, line.ToLowerInvariant() })
            .Where(text => text.Length < 200).Distinct().ToList();

        Assert.True(expressions.Count > 100, "The scan found too few expressions to mean anything.");
        Assert.True(texts.Count > 300, "The cases are too few to mean anything.");
        foreach (var (where, expression) in expressions)
        {
            // The runtime's own, and one that backtracks: made in microseconds, and harmless on texts of ours.
            var judge = new Regex(expression.Pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(10));
            Assert.Empty(texts.Where(text => judge.IsMatch(text) != expression.IsMatch(text)).Select(text => $"{where}: {text}"));
        }
    }

    [Fact]
    public void Generated_expressions_which_backtrack_read_our_own_texts_only() =>
        Assert.All(SourceTree.Find(Conversations, Generated()), place => Assert.StartsWith(OwnTexts, place, StringComparison.Ordinal));

    [Fact]
    public void No_expression_is_made_while_a_message_is_read() =>
        Assert.Empty(SourceTree.Find(Conversations, OnTheFly()));

    private static IEnumerable<(string Where, T Expression)> Incoming<T>() =>
        typeof(EmailReader).Assembly.GetTypes().Concat(typeof(Receive).Assembly.GetTypes())
        .Where(type => ReadsStrangers(type) && type.Namespace != typeof(FleschKincaid).Namespace)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsLiteral && !type.ContainsGenericParameters)
            .SelectMany(field => Held<T>(field.GetValue(null)).Select(held => (Where: $"{type.Name}.{field.Name}", held))));

    private static bool ReadsStrangers(Type type) =>
        type.Namespace is { } area
            && (area.StartsWith("CtVoice.Core.Conversations", StringComparison.Ordinal)
                || area.StartsWith("CtVoice.Language", StringComparison.Ordinal));

    private static IEnumerable<T> Held<T>(object? value) => value switch
    {
        T held => [held],
        string or null => [],
        System.Collections.IEnumerable many => many.Cast<object?>().Take(1_000).SelectMany(Held<T>),
        _ when ReadsStrangers(value.GetType()) =>
            value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Where(field => field.FieldType != value.GetType()).SelectMany(field => Held<T>(field.GetValue(value))),
        _ => [],
    };

    [GeneratedRegex("GeneratedRegex")]
    private static partial Regex Generated();

    [GeneratedRegex(@"\bRegex\.(IsMatch|Match|Matches|Replace|Split)\(")]
    private static partial Regex OnTheFly();
}
