using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using CtVoice.Language;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Something that somebody sent us, as it arrived.</summary>
/// <param name="Channel">How it came.</param>
/// <param name="ProviderId">The provider's name for it: what arrives twice under one name is stored once.</param>
/// <param name="From">Number or address it claims to come from; never proof of who wrote it.</param>
/// <param name="To">Number or address it was sent to.</param>
/// <param name="Subject">Subject line; null for a text message.</param>
/// <param name="Text">The text, or the raw mail.</param>
/// <param name="ReceivedAt">When it reached us; whether a reply is in time depends on this alone.</param>
public sealed record InboundMessage(
    Channel Channel, string ProviderId, string From, string To, string? Subject, string Text, DateTimeOffset ReceivedAt)
{
    /// <summary><see cref="Form"/> of a mail that was read into headers and texts.</summary>
    public const string MailForm = "mail";

    /// <summary>Characters of a stored text; more is cut and marked.</summary>
    public const int MostCharacters = 1024 * 1024;

    /// <summary>Ends what was cut.</summary>
    public const string CutMark = " […]";

    private const int MostOfAnAddress = 2000;

    /// <summary>How <see cref="Text"/> is to be read; null for a text as it was written.</summary>
    public string? Form { get; init; }

    /// <summary>Pictures and other files that came with a text message; they are not kept.</summary>
    public int Media { get; init; }

    /// <summary>The provider took this message for STOP, START or HELP and has answered it itself; null when it did not.</summary>
    public string? AnsweredByProvider { get; init; }

    /// <summary>
    /// The message as it can be stored: without what is no character, each part within its bounds. A text that is too long
    /// is cut, and says so at its end.
    /// </summary>
    internal InboundMessage Storable() => this with
    {
        From = WellFormed.Beginning(WellFormed.Of(From), MostOfAnAddress),
        To = WellFormed.Beginning(WellFormed.Of(To), MostOfAnAddress),
        Subject = Subject is null ? null : WellFormed.Beginning(WellFormed.Of(Subject), MostOfAnAddress),
        Text = Text.Length > MostCharacters
            ? WellFormed.Of(WellFormed.Beginning(Text, MostCharacters - CutMark.Length)) + CutMark
            : WellFormed.Of(Text),
        AnsweredByProvider = AnsweredByProvider is null ? null : WellFormed.Beginning(AnsweredByProvider, MostOfAnAddress),
    };

    /// <summary>Our id for it, safe as a key.</summary>
    public string Id => InboundIds.Of(Channel, ProviderId);

    /// <summary>The id alone: what people write never reaches a log.</summary>
    public override string ToString() => Id;
}

/// <summary>Where a message ended: exactly one of these, for each one that arrives.</summary>
public enum InboundPlace
{
    /// <summary>An answer, in time.</summary>
    Accepted,

    /// <summary>An answer after the close: an addendum.</summary>
    Late,

    /// <summary>In the holding pen: a person must say where it belongs.</summary>
    Unmatched,

    /// <summary>The sender wants no more messages.</summary>
    OptOut,

    /// <summary>The sender wants messages again.</summary>
    OptIn,

    /// <summary>The sender asked for help.</summary>
    Help,

    /// <summary>The sender asked to see the open question.</summary>
    QuestionShown,

    /// <summary>The sender was asked what they meant, or to send words.</summary>
    ClarificationAsked,

    /// <summary>The sender took their answer back.</summary>
    Withdrawn,

    /// <summary>The sender does not want to answer this review.</summary>
    Declined,

    /// <summary>The sender does not want to answer one question, and stays.</summary>
    Skipped,

    /// <summary>The sender wants no word of what they said to be quoted.</summary>
    NotQuoted,

    /// <summary>A wish to be called, a question to us, or that something was not understood:
    /// a matter for a person, and no answer.</summary>
    ForAPerson,

    /// <summary>A person looked at it and found that it belongs nowhere.</summary>
    Dismissed,

    /// <summary>The word of somebody on call about an alert; no member's, and never feedback.</summary>
    OnCall,

    /// <summary>Written by a machine; never answered, never feedback.</summary>
    Automated,
}
