namespace CtVoice.Language.Email;

/// <summary>The phrases of mail programs and servers (<see cref="PhraseText"/>), as lines are compared.</summary>
internal sealed class PhraseFile
{
    private readonly PhraseText text;

    private PhraseFile(PhraseText text) => this.text = text;

    /// <summary>The languages, in the order of the file.</summary>
    internal IReadOnlyList<string> Languages => text.Languages;

    /// <summary>The phrases of one topic in all languages, each once. An unknown topic is a fault.</summary>
    internal string[] this[string topic] => Folded(text[topic]);

    /// <summary>Those of one language; none where there are none.</summary>
    internal string[] this[string topic, string language] => Folded(text.Of(topic, language));

    internal static PhraseFile Load(string name) => new(PhraseText.Load("Email.Phrases." + name));

    private static string[] Folded(IEnumerable<string> phrases) => [.. phrases.Select(Plain.Of).Distinct(StringComparer.Ordinal)];
}
