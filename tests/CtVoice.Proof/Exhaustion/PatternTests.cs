using System.Reflection;
using System.Text.RegularExpressions;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Language.Email;
using CtVoice.Local.Host;
using CtVoice.Web;

namespace CtVoice.Proof.Exhaustion;

/// <summary>
/// A pattern that goes back over a text for each letter of it stands still at the first hostile one. Those over what arrives either never
/// go back, or match so few letters that there is nowhere to go back to.
/// </summary>
public sealed partial class PatternTests
{
    /// <summary>Read texts of ours alone: what residents are to be sent, and what the demo was answered.</summary>
    private static readonly string[] OwnTexts = ["CtVoice.Language.Reading", "CtVoice.Local.Demo"];

    [Fact]
    public void No_pattern_over_what_others_write_can_be_made_to_go_back()
    {
        Assembly[] product = [typeof(EmailReader).Assembly, typeof(Receive).Assembly, typeof(Problem).Assembly, typeof(LocalHost).Assembly];
        var patterns = product.SelectMany(a => a.GetTypes())
            .Where(type => !OwnTexts.Any(own => type.Namespace?.StartsWith(own, StringComparison.Ordinal) ?? false))
            .SelectMany(Patterns).ToList();

        Assert.InRange(patterns.Count, 25, 500);
        Assert.Empty(patterns.Where(p => !p.Regex.Options.HasFlag(RegexOptions.NonBacktracking) && IsUnbounded(p.Regex))
            .Select(p => $"{p.Where}: {p.Regex}"));
    }

    [Theory]
    [InlineData("a+", true)]
    [InlineData("(ab)*c", true)]
    [InlineData("[0-9]{2,}", true)]
    [InlineData(@"(?<![\w+*-])\d{3}[-. ]\d{4}\+\*", false)]
    [InlineData("[a+*]{1,9}?", false)]
    public void What_has_no_end_is_told_from_what_has(string pattern, bool unbounded) => Assert.Equal(unbounded, IsUnbounded(new(pattern)));

    /// <summary>Whether a pattern can match more letters than it counts.</summary>
    private static bool IsUnbounded(Regex pattern) => Endless().IsMatch(Literal().Replace(pattern.ToString(), "x"));

    /// <summary>What a type holds in static fields, in collections of them, and what it has generated.</summary>
    private static IEnumerable<(string Where, Regex Regex)> Patterns(Type type)
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        if (type.ContainsGenericParameters)
            return [];
        return type.GetMethods(All).Where(m => m.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .Select(m => ($"{type.Name}.{m.Name}", (Regex)m.Invoke(null, null)!))
            .Concat(type.GetFields(All).Where(f => !f.IsLiteral && Holds(f.FieldType))
                .SelectMany(f => Held(f.GetValue(null)).Select(r => ($"{type.Name}.{f.Name}", r))));
    }

    private static bool Holds(Type type) =>
        type == typeof(Regex) || (type.HasElementType && Holds(type.GetElementType()!)) || type.GetGenericArguments().Any(Holds);

    private static IEnumerable<Regex> Held(object? value) => value switch
    {
        Regex regex => [regex],
        string or null => [],
        System.Collections.IEnumerable many => many.Cast<object?>().SelectMany(Held),
        System.Runtime.CompilerServices.ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Held(tuple[i])),
        _ when value.GetType() is { IsGenericType: true } pair
            && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) => Held(pair.GetProperty("Value")!.GetValue(value)),
        _ => [],
    };

    // A letter that is written with a backslash, and a set.
    [GeneratedRegex(@"\\.|\[\^?\]?(\\.|[^\]\\])*\]", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex(@"[*+]|\{\d+,\}")]
    private static partial Regex Endless();
}
