using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Matching;

/// <summary>An expression means what the runtime's means by the same words: the runtime's own, which backtracks, is the judge.</summary>
public sealed class ExpressionTests
{
    private const string Letters = "aaabbb  c1_é\n.٣\u200D";

    private static readonly string[] Atoms =
        ["a", "b", "ab", " ", ".", "\\w", "\\W", "\\s", "\\S", "\\d", "[ab]", "[^a]", "[a-c1]", "\\b", "^", "$", "é", "\\n", "[\\W_]", "1"];

    private static readonly string[] Times = ["*", "+", "?", "{2}", "{0,2}", "{1,3}", "{2,}", "*?", "+?", "??"];

    [Fact]
    public void Expressions_made_at_random_agree_with_the_runtime()
    {
        var random = new Random(20_310_305);
        for (var round = 0; round < 1_200; round++)
        {
            var pattern = Pattern(random, depth: 3);
            var (ours, theirs) =
                (new Expression(pattern), new Regex(pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant));
            var atBegin = new Regex($"\\A(?:{pattern})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
            for (var text = 0; text < 12; text++)
            {
                var words = Words(random);
                var expected = theirs.Match(words);
                Assert.True(expected.Success == ours.IsMatch(words), $"{pattern} in {words}");
                Assert.Equal((pattern, words, All(theirs.Matches(words))), (pattern, words, All(ours.FindAll(words))));
                Assert.Equal((pattern, words, expected.Success ? expected.Groups["n"].Value : ""),
                    (pattern, words, ours.Find(words)?["n"] ?? ""));
                Assert.Equal((pattern, words, atBegin.Match(words) is { Success: true } begin ? begin.Length : null),
                    (pattern, words, ours.Prefix(words)));
            }
        }

        static string All(IEnumerable<object> matches) => string.Join(' ', matches.Select(match => match switch
        {
            Match theirs => $"{theirs.Index}+{theirs.Length}",
            Expression.Match ours => $"{ours.Index}+{ours.Length}",
            _ => throw new InvalidOperationException(),
        }));
    }

    [Fact]
    public void Several_asked_at_once_are_found_as_each_of_them_alone()
    {
        var random = new Random(20_311_130);
        for (var round = 0; round < 400; round++)
        {
            string[][] patterns = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 1 + random.Next(3))
                .Select(_ => $"^(?:{Pattern(random, depth: 3)})$").ToArray())];
            var set = new ExpressionSet(patterns);
            var alone = patterns.Select(some => new Regex(string.Join('|', some), RegexOptions.CultureInvariant)).ToArray();
            for (var text = 0; text < 12; text++)
            {
                var words = Words(random);
                var expected = Enumerable.Range(0, 4).Where(i => alone[i].IsMatch(words)).Sum(i => 1 << i);
                Assert.Equal((Shown(patterns), words, expected), (Shown(patterns), words, set.In(words)));
            }
        }
    }

    private static string Shown(string[][] patterns) => string.Join(" & ", patterns.Select(some => string.Join('|', some)));

    /// <summary>Those of the library on texts of the cases, as the tests of architecture try every single expression.</summary>
    [Fact]
    public void Every_set_of_the_library_means_what_it_means_to_the_runtime()
    {
        var sets = typeof(Expression).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ExpressionSet)).Select(field => (ExpressionSet)field.GetValue(null)!).ToList();
        var texts = ((string[])["texts.txt", "varied-kinds.txt", "unseen-texts-third.txt"]).SelectMany(CaseFile.Cases)
            .Where((_, line) => line % 6 == 0).Select(line => NormalizedText.Of(line.Split(" | ")[^1]).Words)
            .Where(words => words.Length < 80).Distinct().ToList();

        Assert.NotEmpty(sets);
        Assert.InRange(texts.Count, 100, 500);
        foreach (var set in sets)
        {
            var judges = set.Patterns.Select(patterns => patterns.Select(pattern => new Regex(
                pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10))).ToArray()).ToArray();
            Assert.All(texts, text => Assert.Equal((text, Judged(text)), (text, set.In(text))));

            int Judged(string text) => judges.Select((some, i) => some.Any(one => one.IsMatch(text)) ? 1 << i : 0).Sum();
        }
    }

    /// <summary>What alternatives begin with is read once, and none is preferred to another than as they are written.</summary>
    [Theory]
    [InlineData("a1|b|a|ab", "ab", 1)]
    [InlineData("a|ab|b|a1", "ab", 1)]
    [InlineData("ab|b|a|ab1", "ab1", 2)]
    [InlineData("ab1|b|a|ab", "ab1", 3)]
    [InlineData("b|a?b1|a?b|ab1", "ab1", 3)]
    [InlineData("a?1|a|a?b", "ab", 1)]
    [InlineData("\\bab|\\w|\\ba", "ab", 2)]
    [InlineData("1|\\w|ab", "ab", 1)]
    public void The_first_alternative_that_fits_is_preferred(string pattern, string text, int length)
    {
        Assert.Equal(length, new Regex($"\\A(?:{pattern})").Match(text).Length);
        Assert.Equal(length, new Expression(pattern).Prefix(text));
    }

    [Fact]
    public void What_is_alike_is_there_once()
    {
        var pool = new SyntaxPool(ordered: true);
        var words = SyntaxReader.Read("(yes|yess|yeah|yep) please|(no|nope) please", pool);

        Assert.Same(words, SyntaxReader.Read("(yes|yess|yeah|yep) please|(no|nope) please", pool));
        Assert.InRange(new Nfa(words).Instructions.Length, 1, 25);
    }

    /// <summary>A text that leads to ever new states fills no memory, and is read to its end.</summary>
    [Fact]
    public void States_are_forgotten_before_they_fill_the_memory()
    {
        var dfa = new LazyDfa(new Nfa(SyntaxReader.Read("a[ab]{14}c")), search: true);
        var random = new Random(7);
        var most = 0;
        for (var part = 0; part < 100; part++)
        {
            var text = string.Concat(Enumerable.Range(0, 400).Select(_ => random.Next(2) == 0 ? 'a' : 'b')) + new string('b', 15);
            Assert.False(dfa.Finds(text + "c"));
            Assert.True(dfa.Finds(text + "a" + new string('b', 14) + "c"));
            most = Math.Max(most, dfa.States);
        }

        Assert.InRange(most, 1_000, 6_000);
    }

    [Fact]
    public void Many_threads_read_at_once()
    {
        var expression = new Expression("\\b(take|leave) (\\w+ ){1,4}(out|off)\\b");

        Parallel.For(0, 400, i =>
        {
            Assert.True(expression.IsMatch($"please take {string.Concat(Enumerable.Repeat("x" + i + " ", 1 + (i % 4)))}out"));
            Assert.False(expression.IsMatch($"please take {string.Concat(Enumerable.Repeat("y" + i + " ", 5))}out"));
        });
    }

    [Theory]
    [InlineData("(?i)a")]
    [InlineData("(?=a)b")]
    [InlineData("(a)\\1")]
    [InlineData("\\p{L}")]
    [InlineData("\\G")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("a{2")]
    [InlineData("a{3,2}")]
    [InlineData("\\")]
    public void What_is_not_known_is_refused(string pattern) => Assert.Throws<FormatException>(() => SyntaxReader.Read(pattern));

    private static string Pattern(Random random, int depth)
    {
        if (depth == 0)
            return Atoms[random.Next(Atoms.Length)];
        return random.Next(6) switch
        {
            5 => $"(?:{string.Join('|', Enumerable.Range(0, 5).Select(_ => Pattern(random, depth - 1) + Pattern(random, 0)))})",
            0 => $"(?:{Pattern(random, depth - 1)}|{Pattern(random, depth - 1)})",
            1 => $"(?<n>{Pattern(random, depth - 1)})",
            // What is repeated begins with a letter: where nothing is repeated, programs differ in what they call a match.
            2 => $"(?:{"ab1"[random.Next(3)]}{Pattern(random, depth - 1)}){Times[random.Next(Times.Length)]}",
            3 => $"{Pattern(random, depth - 1)}{Pattern(random, depth - 1)}",
            _ => Atoms[random.Next(13)] + Times[random.Next(Times.Length)],
        };
    }

    private static string Words(Random random)
    {
        var words = new StringBuilder();
        for (var length = random.Next(9); length > 0; length--)
            words.Append(Letters[random.Next(Letters.Length)]);
        return words.ToString();
    }
}
