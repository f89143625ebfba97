using System.Collections.Frozen;

namespace CtVoice.Core.Conversations.Meaning;

/// <summary>A rule of <c>acute.json</c>.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Topic">What its patterns have in common, for those who review them.</param>
/// <param name="Patterns">Any of these makes a sentence acute.</param>
/// <param name="Unless">Names of the exceptions that make it a worry instead.</param>
public sealed record AcuteRule(string Language, string Topic, IReadOnlyList<string> Patterns, IReadOnlyList<string>? Unless);

/// <summary>
/// The rules by which words are acute: data that people review. A sentence is acute when it says that somebody harms, has just
/// harmed or is about to harm the writer or a named person, or that the writer means to end or harm themself. It is a worry when
/// it speaks of the past, of what could be, or of people in general; words of "now" or "again" overrule the past.
/// </summary>
/// <remarks>
/// A pattern is words, with <c>{name}</c> for any of a group of <see cref="Groups"/>, <c>word*</c> for any ending, <c>_</c> for up
/// to two words that do not begin a relative clause, <c>^</c> and <c>$</c> for begin and end of the sentence. Texts and patterns
/// are compared folded and with <see cref="Spelled"/> applied: no accents, "gonna" for "going to", "kil" for "kill".
/// </remarks>
/// <param name="Id">The flag that it raises.</param>
/// <param name="Version">Changes with every edit.</param>
/// <param name="Reviewed">Who has read the rules and when; a list nobody has reviewed says so.</param>
/// <param name="Spelled">Other spellings, several words too, and what they are read as.</param>
/// <param name="Slips">Long words in which one slip of the thumb is forgiven.</param>
/// <param name="Groups">Words that stand for each other.</param>
/// <param name="Exceptions">Phrases by the name of the exception.</param>
/// <param name="Rules">The rules.</param>
public sealed record AcuteRules(
    string Id, string Version, WordListReview Reviewed, IReadOnlyDictionary<string, string> Spelled, IReadOnlyList<string> Slips,
    IReadOnlyDictionary<string, string> Groups, IReadOnlyDictionary<string, IReadOnlyList<string>> Exceptions, IReadOnlyList<AcuteRule> Rules)
{
    // Up to this many words before a sentence's harm, "if" and the like make it a thought.
    private const int Near = 5;
    // A figure of speech stands at its verb ("the form is killing me"); a form named later in a long message is another matter.
    private const int FigureBefore = 3;
    private const int FigureAfter = 6;
    private const int Gap = 2;

    private static readonly Lazy<AcuteRules> Loaded = new(() => WordList.Read<AcuteRules>("acute"));
    private static readonly FrozenSet<string> NoGap = "who that which whose que quien quienes should would must can could never not dont".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private Compiled? compiled;

    /// <summary>The rules of the product.</summary>
    public static AcuteRules Shipped => Loaded.Value;

    /// <summary>The rule by which a text is acute; null when none does.</summary>
    public (string Language, string Because)? Find(string text) => Find(Folded.Of(text));

    internal (string Language, string Because)? Find(Folded folded) => Look(folded, near: false);

    /// <summary>The rule by which a text would be acute if it did not speak of the past, of what could be, or in general.</summary>
    internal (string Language, string Because)? FindNear(Folded folded) => Look(folded, near: true);

    private (string Language, string Because)? Look(Folded folded, bool near)
    {
        compiled ??= new(this);
        foreach (var sentence in folded.Line.Split(" ."))
        {
            var words = compiled.Words(sentence);
            // What is looked for in a whole sentence is looked for once, or many matches would make it quadratic.
            var whole = new Dictionary<string, bool>(StringComparer.Ordinal);
            for (var at = 0; at < words.Length; at++)
            {
                foreach (var rule in compiled.Beginning(words[at]))
                {
                    if (rule.End(words, at) is { } end && (near || !Excepted(rule.Unless, words, at, end, whole)))
                        return (rule.Language, rule.Text);
                }
            }
        }
        return null;
    }

    private bool Excepted(IReadOnlyList<string> names, string[] words, int from, int end, Dictionary<string, bool> whole)
    {
        foreach (var name in names)
        {
            var phrases = compiled!.Exceptions[name];
            var said = name switch
            {
                // What could be is said before the harm, or right after it ("... should never").
                "could-be" => Any(phrases, words, Math.Max(0, from - Near), end),
                "figure" => Any(phrases, words, Math.Max(0, from - FigureBefore), Math.Min(words.Length, end + FigureAfter)),
                "in-general" => phrases.Any(p => p.StandsAt(words, end) is not null),
                _ => Whole(name),
            };
            if (said && !(name == "past" && Whole("now")))
                return true;
        }
        return false;

        bool Whole(string name)
        {
            if (!whole.TryGetValue(name, out var held))
                whole[name] = held = Any(compiled!.Exceptions[name], words, 0, words.Length);
            return held;
        }
    }

    private static bool Any(IReadOnlyList<Pattern> phrases, string[] words, int from, int before)
    {
        for (var at = from; at < before; at++)
        {
            if (phrases.Any(p => p.StandsAt(words, at) is not null))
                return true;
        }
        return false;
    }

    /// <summary>Patterns as they are compared.</summary>
    private sealed class Compiled
    {
        private readonly FrozenDictionary<string, Rule[]> byFirst;
        private readonly Rule[] open;
        private readonly FrozenDictionary<string, (string[] From, string[] To)[]> spelled;
        private readonly string[] slips;
        private readonly FrozenSet<string> known;

        internal Compiled(AcuteRules rules)
        {
            spelled = rules.Spelled.Select(s => (From: Plain(s.Key), To: Plain(s.Value))).GroupBy(s => s.From[0], StringComparer.Ordinal)
                .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(s => s.From.Length).ToArray(), StringComparer.Ordinal);
            slips = [.. rules.Slips];
            known = slips.ToFrozenSet(StringComparer.Ordinal);
            var groups = rules.Groups.ToDictionary(
                g => g.Key, g => new Choices([.. g.Value.Split(", ").Select(w => Words(w)).OrderByDescending(w => w.Length)]), StringComparer.Ordinal);
            Exceptions = rules.Exceptions.ToDictionary(
                e => e.Key, e => (IReadOnlyList<Pattern>)[.. e.Value.Select(p => Pattern.Of(p, groups, this))], StringComparer.Ordinal);
            var all = rules.Rules.SelectMany(rule => rule.Patterns.Select(p => new Rule(rule.Language, p, Pattern.Of(p, groups, this), rule.Unless ?? []))).ToList();
            var firsts = all.SelectMany(rule => rule.Pattern.Firsts.Select(first => (First: first, Rule: rule))).ToList();
            open = [.. firsts.Where(f => f.First.EndsWith('*')).Select(f => f.Rule).Distinct()];
            byFirst = firsts.Where(f => !f.First.EndsWith('*')).GroupBy(f => f.First, f => f.Rule, StringComparer.Ordinal)
                .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        }

        internal Dictionary<string, IReadOnlyList<Pattern>> Exceptions { get; }

        internal IEnumerable<Rule> Beginning(string word) => byFirst.GetValueOrDefault(word, []).Concat(open);

        /// <summary>The words of a sentence, spelled as the patterns spell them.</summary>
        internal string[] Words(string sentence)
        {
            var typed = Plain(sentence);
            var words = new List<string>(typed.Length);
            for (var at = 0; at < typed.Length;)
            {
                var (from, to) = spelled.GetValueOrDefault(typed[at], []).FirstOrDefault(s => at + s.From.Length <= typed.Length && typed.AsSpan(at, s.From.Length).SequenceEqual(s.From));
                if (from is null)
                {
                    words.Add(Meant(typed[at]));
                    at++;
                    continue;
                }
                words.AddRange(to);
                at += from.Length;
            }
            return [.. words];
        }

        private string Meant(string word) => word.Length < 6 || known.Contains(word) ? word
            : slips.FirstOrDefault(meant => word != meant + "s" && Spelling.Slipped(word, meant)) ?? word;

        private static string[] Plain(string text) =>
            [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("," or "."))];
    }

    private sealed record Rule(string Language, string Text, Pattern Pattern, IReadOnlyList<string> Unless)
    {
        internal int? End(string[] words, int at) => Pattern.StandsAt(words, at);
    }

    /// <summary>Runs of words that stand for each other, found by their first word.</summary>
    private sealed class Choices(string[][] runs)
    {
        private readonly FrozenDictionary<string, string[][]> byFirst = runs.Where(run => !run[0].EndsWith('*')).GroupBy(run => run[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

        private readonly string[][] open = [.. runs.Where(run => run[0].EndsWith('*'))];

        internal string[][] Runs => runs;

        internal IEnumerable<string[]> Beginning(string[] words, int at) => at >= words.Length ? []
            : open.Length == 0 ? byFirst.GetValueOrDefault(words[at], []) : byFirst.GetValueOrDefault(words[at], []).Concat(open);
    }

    /// <summary>A pattern: pieces, each one of several runs of words, or a gap.</summary>
    private sealed class Pattern(IReadOnlyList<Choices?> pieces, bool begins, bool ends)
    {
        internal IEnumerable<string> Firsts => pieces[0]!.Runs.Select(words => words[0]);

        internal static Pattern Of(string text, Dictionary<string, Choices> groups, Compiled compiled)
        {
            var pieces = new List<Choices?>();
            var (begins, ends) = (text.StartsWith("^ ", StringComparison.Ordinal), text.EndsWith(" $", StringComparison.Ordinal));
            var plain = new List<string>();
            foreach (var token in text.Split(' ').Where(t => t is not ("^" or "$")))
            {
                if (token != "_" && token[0] != '{')
                {
                    plain.Add(token);
                    continue;
                }
                Flush();
                pieces.Add(token == "_" ? null : groups[token[1..^1]]);
            }
            Flush();
            return new(pieces, begins, ends);

            void Flush()
            {
                if (plain.Count > 0)
                    pieces.Add(new([compiled.Words(string.Join(' ', plain))]));
                plain.Clear();
            }
        }

        /// <summary>Where it ends when it stands at a word; null when it does not.</summary>
        internal int? StandsAt(string[] words, int at) => begins && at != 0 ? null : From(words, at, 0);

        private int? From(string[] words, int at, int piece)
        {
            if (piece == pieces.Count)
                return ends && at != words.Length ? null : at;
            if (pieces[piece] is { } choices)
            {
                foreach (var run in choices.Beginning(words, at))
                {
                    if (Stand(words, at, run) && From(words, at + run.Length, piece + 1) is { } end)
                        return end;
                }
                return null;
            }
            for (var skipped = 0; skipped <= Gap; skipped++)
            {
                if (From(words, at + skipped, piece + 1) is { } end)
                    return end;
                if (at + skipped >= words.Length || NoGap.Contains(words[at + skipped]))
                    return null;
            }
            return null;
        }

        private static bool Stand(string[] words, int at, string[] run)
        {
            if (at + run.Length > words.Length)
                return false;
            for (var k = 0; k < run.Length; k++)
            {
                var (word, wanted) = (words[at + k], run[k]);
                if (wanted.EndsWith('*') ? !word.AsSpan().StartsWith(wanted.AsSpan(0, wanted.Length - 1), StringComparison.Ordinal) : word != wanted)
                    return false;
            }
            return true;
        }
    }
}
