namespace CtVoice.Core.Reviews;

/// <summary>The wish for advice earlier than the policy gives it.</summary>
/// <param name="AdviceBy">The day by which the agency needs the advice.</param>
/// <param name="Reason">Why; public.</param>
/// <param name="Consent">The coordinator's word; null until there is one, and then the review runs at its regular pace.</param>
public sealed record Expedite(DateOnly AdviceBy, string Reason, ExpediteConsent? Consent = null);

/// <summary>The coordinator's word on an expedited review.</summary>
/// <param name="Given">Whether the window is shortened.</param>
/// <param name="Reason">Why; public.</param>
/// <param name="By">Key id.</param>
/// <param name="At">When.</param>
public sealed record ExpediteConsent(bool Given, string Reason, string By, DateTimeOffset At);
