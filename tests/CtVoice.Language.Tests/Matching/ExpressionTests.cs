using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Language.Matching;

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
        return random.Next(5) switch
        {
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
