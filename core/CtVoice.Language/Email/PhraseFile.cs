using System.Text.Json;

namespace CtVoice.Language.Email;

/// <summary>The phrases that mail programs write, as data: a file per idea under <c>Phrases</c>, in it topics, in each a list per language.</summary>
internal sealed class PhraseFile
{
    private readonly Dictionary<string, Dictionary<string, string[]>> topics;

    private PhraseFile(Dictionary<string, Dictionary<string, string[]>> topics) => this.topics = topics;

    /// <summary>The phrases of one topic in all languages as lines are compared, each once. An unknown topic is a fault.</summary>
    internal string[] this[string topic] => [.. topics[topic].Values.SelectMany(phrases => phrases).Select(Plain.Of).Distinct(StringComparer.Ordinal)];

    internal static PhraseFile Load(string name)
    {
        var resource = $"CtVoice.Language.Email.Phrases.{name}.json";
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The phrases {resource} are not embedded in the assembly.");
        return new PhraseFile(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream) ?? throw new InvalidOperationException($"The phrases {resource} are empty."));
    }
}
