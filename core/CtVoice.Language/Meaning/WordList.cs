using System.Text.Json;
using System.Text.Json.Serialization;

namespace CtVoice.Language.Meaning;

/// <summary>A versioned list of phrases that raises a flag: data that people review, not a judgement by a machine.</summary>
/// <param name="Id">Which list, e.g. <c>worry</c>: also the flag it raises.</param>
/// <param name="Version">Changes with every edit; stored with each flag it raised.</param>
/// <param name="Reviewed">Who has read the list and when; a list nobody has reviewed says so.</param>
/// <param name="Entries">Phrases per language. A trailing <c>*</c> stands for any ending of the word.</param>
public sealed record WordList(string Id, string Version, WordListReview Reviewed, IReadOnlyList<WordListEntry> Entries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<WordList> WorryList = new(() => Read<WordList>("worry"));
    private static readonly Lazy<WordList> OwnCaseList = new(() => Read<WordList>("own-case"));

    private Compiled? compiled;

    /// <summary>Words that may tell of danger: suicide, violence, a child. What is acute among them says
    /// <see cref="AcuteRules"/>.</summary>
    public static WordList Worry => WorryList.Value;

    /// <summary>The writer's own benefits, case or eviction.</summary>
    public static WordList OwnCase => OwnCaseList.Value;

    private static readonly Lazy<WordList> OwnLifeList = new(() => Read<WordList>("own-life"));
    private static readonly Lazy<WordList> LifeStatusList = new(() => Read<WordList>("life-status"));

    /// <summary>The first person.</summary>
    public static WordList OwnLife => OwnLifeList.Value;

    /// <summary>Words for somebody's housing, benefits, health, or time in custody.</summary>
    public static WordList LifeStatus => LifeStatusList.Value;

    /// <summary>Every phrase of this list that the text holds, each once, in the order of the text.</summary>
    public IReadOnlyList<string> FindAll(string text) =>
        [.. Matches(NormalizedText.Of(text)).Select(m => m.Phrase).Distinct(StringComparer.Ordinal)];

    /// <summary>The phrase of this list that the text holds, or null.</summary>
    public string? Find(string text) => Find(NormalizedText.Of(text));

    internal string? Find(NormalizedText folded) => FindEntry(folded)?.Phrase;

    /// <summary>The phrase that the text holds, and its language; null when it holds none.</summary>
    internal (string Phrase, string Language)? FindEntry(NormalizedText folded)
    {
        foreach (var found in Matches(folded))
            return found;
        return null;
    }

    private IEnumerable<(string Phrase, string Language)> Matches(NormalizedText folded)
    {
        compiled ??= new(Entries);
        return compiled.Matches(folded.Tokens);
    }

    /// <summary>Reads a list that is shipped with the product.</summary>
    internal static T Read<T>(string id)
    {
        var name = $"CtVoice.Language.Meaning.{id}.json";
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} is not embedded in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidOperationException($"The word list {name} is empty.");
    }

    /// <summary>The phrases as one tree: a text is gone through once, however long the list is.</summary>
    private sealed class Compiled
    {
        // Words from which on it pays to ask first what can stand in a sentence at all.
        private const int Long = 100;

        private readonly Lexicon lexicon = new([]);
        private readonly PatternTree<Phrase> phrases = new();
        private readonly PatternTree<string> exceptions = new();
        private readonly Known?[] common = new Known?[CommonWords.Count];
        private Known? unknown;

        internal Compiled(IReadOnlyList<WordListEntry> entries)
        {
            foreach (var entry in entries)
            {
                foreach (var exception in entry.Unless ?? [])
                    exceptions.Add(Words(exception).Select(lexicon.Number), begins: false, ends: false, exception);
                foreach (var phrase in entry.Phrases)
                    phrases.Add(Words(phrase).Select(lexicon.Number), begins: false, ends: false,
                        new(entry.Language, string.Join(' ', Words(phrase)), entry.Unless ?? []));
            }
        }

        internal IEnumerable<(string Phrase, string Language)> Matches(Token[] tokens)
        {
            Dictionary<string, Known>? seen = null;
            var sentence = new WordsOfSentence<Known>();
            (string? Word, Known? Known) last = default;
            for (var i = 0; i <= tokens.Length; i++)
            {
                if (i < tokens.Length && !tokens[i].IsMark)
                {
                    var token = tokens[i];
                    var word = token.Common >= 0 ? Common(token.Common)
                        : ReferenceEquals(token.Word, last.Word) ? last.Known! : Typed(token.Word, seen ??= new(StringComparer.Ordinal));
                    if (token.Common < 0)
                        last = (token.Word, word);
                    sentence.Add(word);
                    continue;
                }
                if (i < tokens.Length && !tokens[i].EndsSentence)
                    continue;
                if (sentence.MayHold)
                {
                    var found = Stand(sentence.Words);
                    foreach (var phrase in found ?? [])
                        yield return (phrase.Text, phrase.Language);
                    if (found is null)
                        sentence.NoteNothing();
                }
                sentence.Clear();
            }
        }

        /// <summary>The phrases that stand in a sentence without an exception of theirs; null when there are none.</summary>
        private List<Phrase>? Stand(List<Known> sentence)
        {
            var words = new Standing[sentence.Count][];
            for (var at = 0; at < words.Length; at++)
                words[at] = sentence[at].Standing;
            List<Phrase>? found = null;
            HashSet<string>? excepted = null;
            Func<Phrase, int, bool> find = (phrase, _) =>
            {
                if (phrase.Unless.Count == 0 || !phrase.Unless.Any((excepted ??= Exceptions(words)).Contains))
                    (found ??= []).Add(phrase);
                return false;
            };
            var can = words.Length > Long ? phrases.In(words) : null;
            for (var at = 0; at < words.Length; at++)
            {
                if (sentence[at].Begins && (can is null || can.Begins(words[at])))
                    _ = phrases.Find(words, [], at, find, can);
            }
            return found;
        }

        private HashSet<string> Exceptions(Standing[][] words) =>
            [.. Enumerable.Range(0, words.Length).SelectMany(at => Standing(exceptions, words, at))];

        private Known Common(int number) => common[number] ??= Know(CommonWords.Word(number));

        /// <summary>A word that few people write. What it stands for is known until the text ends, and not kept.</summary>
        private Known Typed(string word, Dictionary<string, Known> seen) =>
            seen.TryGetValue(word, out var known) ? known : seen[word] = Know(word);

        private Known Know(string word) =>
            lexicon.Of(word) is var numbers && ReferenceEquals(numbers, Lexicon.Unknown) ? unknown ??= Stood(numbers) : Stood(numbers);

        private Known Stood(int[] numbers)
        {
            var standing = Array.ConvertAll(numbers, number => new Standing(number, 1));
            return new(standing, phrases.Begins(standing));
        }

        private static List<T> Standing<T>(PatternTree<T> tree, Standing[][] words, int at)
        {
            var found = new List<T>(0);
            _ = tree.Find(words, [], at, (value, end) =>
            {
                found.Add(value);
                return false;
            });
            return found;
        }

        /// <summary>A phrase folded like the texts it is compared with; its stars stay.</summary>
        private static string[] Words(string phrase) =>
            phrase.Split(' ').Select(word => word.EndsWith('*') ? NormalizedText.Of(word[..^1]).Words + "*" : NormalizedText.Of(word).Words)
                .ToArray();

        private sealed record Phrase(string Language, string Text, IReadOnlyList<string> Unless);

        /// <summary>A word of a text: what it stands for, and whether a phrase may begin with it.</summary>
        private sealed record Known(Standing[] Standing, bool Begins) : KnownWord(Begins);
    }
}

/// <summary>The review state of a word list.</summary>
/// <param name="State"><c>draft</c> or <c>reviewed</c>.</param>
/// <param name="By">The role of the reviewer, when there is one.</param>
/// <param name="On">The day of the review, ISO 8601.</param>
public sealed record WordListReview(string State, string? By, string? On)
{
    /// <summary>The same in plain words, for whoever relies on the list.</summary>
    [JsonIgnore]
    public string Spoken => State == "reviewed"
        ? $"Reviewed by {By} on {On}. It still misses wordings that nobody has thought of yet."
        : "A draft. A person outside the team must review it before members are asked. It misses wordings that nobody has thought of yet.";
}

/// <summary>Phrases of one language about one thing.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Topic">What the phrases have in common, for those who review them.</param>
/// <param name="Phrases">Any of these raises the flag.</param>
/// <param name="Unless">Phrases that, in the same sentence, show that somebody speaks of the topic and not of themself.</param>
public sealed record WordListEntry(string Language, string Topic, IReadOnlyList<string> Phrases, IReadOnlyList<string>? Unless);
