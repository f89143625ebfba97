using CtVoice.Language.Meaning;

namespace CtVoice.Language.Email;

/// <summary>What an email is, and so what is done with it.</summary>
public enum EmailKind
{
    /// <summary>Anything a person wrote that is none of the others.</summary>
    Answer,

    /// <summary>Asks to be left alone: honoured at once (47 CFR 64.1200(a)(10)).</summary>
    OptOut,

    /// <summary>Asks to be written to again.</summary>
    OptIn,

    /// <summary>Asks who this is.</summary>
    Help,

    /// <summary>May ask to be left alone, may be feedback: saved, flagged, sending paused.</summary>
    AmbiguousOptOut,

    /// <summary>Written by a machine: never answered, never feedback.</summary>
    Automated,
}

/// <summary>Which machine wrote, and what follows from it.</summary>
public enum Automation
{
    /// <summary>An absence notice or other automatic reply (RFC 3834).</summary>
    AutoReply,

    /// <summary>The address will never work: the member is reached on another channel.</summary>
    HardBounce,

    /// <summary>Not delivered now, or not yet.</summary>
    SoftBounce,

    /// <summary>The mailbox is full (RFC 3463 X.2.2).</summary>
    MailboxFull,

    /// <summary>Reported as spam (RFC 5965): contact stops.</summary>
    Complaint,

    /// <summary>A read receipt (RFC 8098) and the like.</summary>
    Receipt,

    /// <summary>Our own mail coming back.</summary>
    OwnMail,

    /// <summary>Mailing lists, newsletters and other bulk mail.</summary>
    Bulk,
}

/// <summary>What was known when a mail arrived.</summary>
/// <param name="Choices">How many options the question offers, the first a yes and the last a no; 0 for an open question.</param>
/// <param name="OptedOut">Whether the sender had opted out: a plain yes then asks to come back.</param>
/// <param name="OwnAddresses">Addresses we send from, lower case.</param>
public sealed record EmailContext(int Choices = 3, bool OptedOut = false, IReadOnlyCollection<string>? OwnAddresses = null)
{
    /// <summary>What we sent to this person, as far as it is known: tells their words from an unmarked copy of ours.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];

    /// <summary>The name of the header field that the sender puts on every mail of its own;
    /// one that comes back with it is no reply. Null for none.</summary>
    public string? OwnHeader { get; init; }

    /// <summary>How the subjects of our mails begin: one that comes back is nobody's words.</summary>
    public IReadOnlyList<string> OwnSubjects { get; init; } = [];

    /// <summary>Whether the mail was looked at for danger before, and what was found; null when nobody has looked.</summary>
    public Heard? Heard { get; init; }

    /// <summary>A subscribed member with an open question of the default three options.</summary>
    public static EmailContext Default { get; } = new();
}

/// <summary>One email, understood.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Automation">For <see cref="EmailKind.Automated"/>, which machine; else null.</param>
/// <param name="Choice">The option it names, from 1; null when it names none, or two.</param>
/// <param name="Flags">See <see cref="Meaning.Flags"/>.</param>
/// <param name="Reply">Everything the person typed in this mail.</param>
/// <param name="Trimmed">The rest of the body.</param>
/// <param name="Because">Why it was read so, in a few plain words. May quote the mail: never logged.</param>
public sealed record EmailReading(EmailKind Kind, Automation? Automation, int? Choice, IReadOnlyList<string> Flags, string Reply,
    string Trimmed, string Because)
{
    /// <summary>
    /// Stretches of the reply that may be somebody else's: kept, because no word may be lost, and left out of the choice and the
    /// wish. A person trims them before anything of the reply is quoted. Empty where all of it is sure.
    /// </summary>
    public IReadOnlyList<Stretch> Unsure { get; init; } = [];

    /// <summary>The reply without what is unsure.</summary>
    public string Sure => Stretch.Without(Reply, Unsure);

    /// <summary>The words of the subject, where they and no others tell of danger; else null.</summary>
    public string? Title { get; init; }

    /// <summary>What the reply and the subject were found to tell of danger.</summary>
    public Heard Heard { get; init; } = new(null);
}
