namespace CtVoice.Core.Board;

/// <summary>Whether a member agreed to be contacted on a channel.</summary>
public enum ConsentState
{
    /// <summary>Opted in.</summary>
    Given,

    /// <summary>Opted out, by any reasonable means (47 CFR 64.1200(a)(10)).</summary>
    Withdrawn,
}

/// <summary>One documented opt-in or opt-out. Records are only added; the newest of a channel is in force.</summary>
/// <param name="Channel">The channel it is about.</param>
/// <param name="State">Given or withdrawn.</param>
/// <param name="When">When the member said so.</param>
/// <param name="TextVersion">Version of the consent text that the member saw or heard; for an opt-out the text it answers.</param>
/// <param name="How">In what way: <c>paper form</c>, <c>sms STOP</c>, <c>page</c>. Never a number,
/// an address or the member's words.</param>
public sealed record ConsentRecord(Channel Channel, ConsentState State, DateTimeOffset When, string TextVersion, string How);
