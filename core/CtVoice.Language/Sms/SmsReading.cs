using CtVoice.Language.Meaning;

namespace CtVoice.Language.Sms;

/// <summary>What was known when a message arrived.</summary>
/// <param name="Choices">How many options the open question offers, the first a yes and the last a no; 0 for an open question.</param>
/// <param name="OptedOut">Whether the number had opted out: a plain yes then asks to come back.</param>
/// <param name="OpenQuestion">Whether a numbered question is open on this phone; without one no digit is a choice.</param>
public sealed record SmsContext(int Choices = 3, bool OptedOut = false, bool OpenQuestion = true)
{
    /// <summary>The channels whose messages end here; a wish about another may pause, and ends nothing.</summary>
    public ContactChannel By { get; init; } = ContactChannel.Text;

    /// <summary>Whether the text was looked at for danger before, and what was found; null when nobody has looked.</summary>
    public Heard? Heard { get; init; }

    /// <summary>A subscribed number with an open question of the default three options.</summary>
    public static SmsContext Default { get; } = new();
}

/// <summary>One text message, understood.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Choice">The option it names, from 1; null when it names none, or two.</param>
/// <param name="Flags">See <see cref="Meaning.Flags"/>.</param>
/// <param name="Text">The person's words, decoded and otherwise as written.</param>
/// <param name="Because">Why it was read so, in a few plain words. May quote the message: never logged.</param>
/// <param name="ReactsTo">For a tapback, the message it reacts to as far as the phone quoted it.</param>
public sealed record SmsReading(SmsKind Kind, int? Choice, IReadOnlyList<string> Flags, string Text, string Because,
    string? ReactsTo = null)
{
    /// <summary>What the whole text was found to tell of danger.</summary>
    public Heard Heard { get; init; } = new(null);
}
