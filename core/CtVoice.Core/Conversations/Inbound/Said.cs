using CtVoice.Core.Conversations.Words;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A person's words, whatever channel they came by.</summary>
/// <param name="Text">The words.</param>
/// <param name="Choice">The option that they name; null when they name none.</param>
/// <param name="Flags">What else they say (<see cref="Language.Meaning.Flags"/>).</param>
/// <param name="Because">Why they were read so; may quote them.</param>
internal sealed record Said(string Text, int? Choice, IReadOnlyList<string> Flags, string Because)
{
    /// <summary>A text message as it was read.</summary>
    public static Said Of(SmsReading reading) => new(reading.Text, reading.Choice, reading.Flags, reading.Because) { MayMeanStop = reading.Kind is SmsKind.AmbiguousOptOut };

    /// <summary>A mail as it was read.</summary>
    public static Said Of(EmailReading reading) => new(reading.Reply, reading.Choice, reading.Flags, reading.Because) { MayMeanStop = reading.Kind is EmailKind.AmbiguousOptOut };

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

    /// <summary>What it says to us beside, or instead of, an answer; null when it says nothing of the kind.</summary>
    public Aside? Aside => Asides.In(Text);

    /// <summary>What it says about an answer that was given before.</summary>
    public Revision Says => Revision.In(Text, Flags);

    /// <summary>The number that it is, when it is nothing but the number of a question.</summary>
    public int? Picks => NamedQuestion.AloneIn(Text);

    /// <summary>Words of danger, now: whatever else it says, a person hears of it, and it gets the fixed answer.</summary>
    public bool InDanger => Flags.Contains(Language.Meaning.Flags.Acute);

    /// <summary>A fixed answer takes the place of any other, and of the question that would follow.</summary>
    public bool HasFixedAnswer => InDanger || Flags.Contains(Language.Meaning.Flags.OwnCase);

    /// <summary>Whoever asks about their own case gets the one fixed answer instead of any other.</summary>
    public string? Fixed(Phrases phrases, HelpContact help) => Flags.Contains(Language.Meaning.Flags.OwnCase) ? phrases.OwnCase(help.Name, help.Phone) : null;
}
