using CtVoice.Core.Reviews;

namespace CtVoice.Web.Routes;

/// <summary>An answer to a recommendation.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Reason">Why; at most 2,000 characters, public.</param>
/// <param name="PlainWords">The same for residents by language; English always, at most 300 characters each.</param>
/// <param name="Owner">Who sees to it; always said of what is adopted.</param>
/// <param name="DueOn">By when it is done, or decided; always said of what is adopted.</param>
/// <param name="Translator">The person who wrote the other languages.</param>
/// <param name="SignedOffBy">Who signed it off; for the addressee and the board's office, not public.</param>
internal sealed record AnswerGiven(
    AnswerKind Kind, string Reason, IReadOnlyDictionary<string, string> PlainWords, string? Owner = null, DateOnly? DueOn = null,
    string? Translator = null, string? SignedOffBy = null);

/// <summary>What an addressee wanted to know.</summary>
/// <param name="Text">At most 2,000 characters, public.</param>
internal sealed record InformationGiven(string Text);

/// <summary>More time for one answer.</summary>
/// <param name="BusinessDays">1 to 10.</param>
/// <param name="Reason">Why; public.</param>
internal sealed record AnswerLater(int BusinessDays, string Reason);

/// <summary>What shows that a promise is kept.</summary>
/// <param name="Text">What was done; at most 2,000 characters, public.</param>
/// <param name="Link">Where it can be seen; http or https.</param>
internal sealed record EvidenceGiven(string Text, Uri? Link = null);

/// <summary>The coordinator's word on evidence.</summary>
/// <param name="Accepted">Whether it shows what was promised.</param>
/// <param name="Reason">Why; public, needed when it does not.</param>
internal sealed record EvidenceJudged(bool Accepted, string? Reason = null);

/// <summary>Another day for what was promised.</summary>
/// <param name="DueOn">The day; today or later.</param>
/// <param name="Reason">Why; public.</param>
internal sealed record CommitmentMoved(DateOnly DueOn, string Reason);

/// <summary>An addressee's plain words in another language.</summary>
/// <param name="Text">At most 300 characters.</param>
/// <param name="Translator">The person who translated.</param>
internal sealed record PlainWordsTranslated(string Text, string Translator);

/// <summary>What the Data Governing Board decided.</summary>
/// <param name="Kind">Approved, modified or denied.</param>
/// <param name="On">The day.</param>
/// <param name="Number">Its number.</param>
/// <param name="Note">What else the public should know.</param>
internal sealed record GoverningBoardDecided(GoverningBoardDecisionKind Kind, DateOnly On, string Number, string? Note = null);

/// <summary>Plain words that members wait for.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Recommendation">Number of the recommendation.</param>
/// <param name="English">What is to be translated.</param>
internal sealed record PlainWordsWanted(string Language, int Recommendation, string English);
