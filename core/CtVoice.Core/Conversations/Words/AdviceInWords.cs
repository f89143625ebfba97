using CtVoice.Language;

namespace CtVoice.Core.Conversations.Words;

/// <summary>What a recommendation says, for those whose advice it is.</summary>
/// <param name="Text">As a person released it.</param>
/// <param name="Language">Its language (ISO 639-1): the member's own where a person translated it, else English.</param>
public sealed record Advised(string Text, string Language)
{
    /// <summary>Characters of it in a message: enough to know it again.</summary>
    public const int Short = 90;

    /// <summary>Its beginning, cut between two words; the whole where it is short.</summary>
    public string InShort
    {
        get
        {
            var text = string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
            if (text.Length <= Short)
                return text;
            var cut = WellFormed.Beginning(text, Short);
            return (cut.LastIndexOf(' ') is > 0 and var space ? cut[..space] : cut).TrimEnd(',', ';', ':', '.') + "...";
        }
    }
}

/// <summary>The recommendations of a review in words, by number: those of which a person released a text.</summary>
/// <param name="ByNumber">The words.</param>
/// <param name="Record">Where everybody can read all of it; null where the product has no public address.</param>
public sealed record AdviceInWords(IReadOnlyDictionary<int, Advised> ByNumber, Uri? Record)
{
    /// <summary>Nothing was released.</summary>
    public static AdviceInWords None { get; } = new(new Dictionary<int, Advised>(), null);
}
