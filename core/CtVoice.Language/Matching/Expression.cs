namespace CtVoice.Language.Matching;

/// <summary>
/// A regular expression over what strangers write. It means what the runtime's <see cref="System.Text.RegularExpressions.Regex"/> means by
/// the same words (without case folding), and takes time in step with the text whatever the text is, like that with
/// <c>NonBacktracking</c>. It is ready in microseconds where that takes milliseconds (measured in the decision record 0021), and any number
/// of alternatives are one pass over the text. Made when first asked.
/// </summary>
public sealed class Expression
{
    private readonly Lazy<Nfa> nfa;
    private readonly Lazy<LazyDfa> anywhere;
    private readonly Lazy<LazyDfa> atBegin;

    /// <summary>An expression in the notation of .NET, as far as <c>NonBacktracking</c> knows it;
    /// what the reader does not know is an <see cref="ArgumentException"/> at the first match.</summary>
    public Expression(string pattern)
    {
        Pattern = pattern;
        nfa = new(() => new(SyntaxReader.Read(pattern)));
        anywhere = new(() => new(nfa.Value, search: true));
        atBegin = new(() => new(nfa.Value, search: false));
    }

    /// <summary>The expression as it was written.</summary>
    public string Pattern { get; }

    /// <summary>Whether a text holds a match.</summary>
    public bool IsMatch(ReadOnlySpan<char> text) => anywhere.Value.Finds(text);

    /// <summary>Letters of the match with which a text begins; null when it begins with none.</summary>
    public int? Prefix(ReadOnlySpan<char> text) => atBegin.Value.FindEnd(text);

    /// <summary>Whether a text with this begin can hold a match that begins where the text does.</summary>
    internal bool MayGoOn(ReadOnlySpan<char> begin) => atBegin.Value.MayGoOn(begin);

    /// <summary>The first match from a place on; null when there is none.</summary>
    public Match? Find(string text, int from = 0) =>
        anywhere.Value.Finds(text, from) && NfaWalk.First(nfa.Value, text, from) is { } notes ? new(text, notes, nfa.Value.Groups) : null;

    /// <summary>All matches, one after the other.</summary>
    public IEnumerable<Match> FindAll(string text)
    {
        var from = 0;
        while (from <= text.Length && Find(text, from) is { } match)
        {
            yield return match;
            from = match.Length == 0 ? match.Index + 1 : match.Index + match.Length;
        }
    }

    /// <summary>Where a match stands in a text.</summary>
    public sealed class Match
    {
        private readonly string text;
        private readonly int[] notes;
        private readonly IReadOnlyList<string> groups;

        internal Match(string text, int[] notes, IReadOnlyList<string> groups) =>
            (this.text, this.notes, this.groups) = (text, notes, groups);

        public int Index => notes[0];

        public int Length => notes[1] - notes[0];

        public string Value => text[notes[0]..notes[1]];

        /// <summary>What a group holds; empty where none of its name was met.</summary>
        public string this[string name]
        {
            get
            {
                for (var i = 0; i < groups.Count; i++)
                {
                    if (groups[i] == name && notes[(2 * i) + 3] >= 0)
                        return text[notes[(2 * i) + 2]..notes[(2 * i) + 3]];
                }
                return "";
            }
        }
    }
}
