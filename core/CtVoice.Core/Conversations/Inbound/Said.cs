namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A person's words, whatever channel they came by.</summary>
/// <param name="Text">The words.</param>
/// <param name="Choice">The option that they name; null when they name none.</param>
/// <param name="Flags">What else they say (<see cref="Meaning.Flags"/>).</param>
/// <param name="Because">Why they were read so; may quote them.</param>
internal sealed record Said(string Text, int? Choice, IReadOnlyList<string> Flags, string Because)
{
    /// <summary>Feedback that may also ask to be left alone.</summary>
    public bool MayMeanStop { get; init; }

    /// <summary>The question that the member had before them when it arrived, 0 for none; null when that is not known.</summary>
    public int? Question { get; init; }

    /// <summary>Filled in on the member's page: it answers that question and no other.</summary>
    public bool OnForm { get; init; }

    /// <summary>To be counted and not quoted.</summary>
    public bool NotQuoted { get; init; }

    /// <summary>What was written beside the choice; null when the choice is all there is.</summary>
    public string? Words => WrittenWords.In(Text, Choice);
}
