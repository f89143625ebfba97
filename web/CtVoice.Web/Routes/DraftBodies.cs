using CtVoice.Core.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Web.Routes;

/// <summary>A recommendation as somebody writes it.</summary>
/// <param name="Text">The text, in English; absent leaves it as it is.</param>
/// <param name="From">Numbers of the replies it is made from.</param>
/// <param name="Addressee">Whoever must answer it: the requester, an agency whose data are used, DGB or OPM.</param>
/// <param name="Supports">Numbers of the replies that support it; absent for those it is made from.</param>
/// <param name="Opposes">Numbers of the replies that oppose it.</param>
/// <param name="Kind">recommendation, or dissent from one.</param>
/// <param name="Reason">Why the words change; public.</param>
internal sealed record DraftEntry(
    string? Text, IReadOnlyList<int> From, string Addressee, IReadOnlyList<int>? Supports = null, IReadOnlyList<int>? Opposes = null,
    DraftKind Kind = DraftKind.Recommendation, string? Reason = null)
{
    internal WritingDrafts.Written Written => new(Kind, Text, From, Supports ?? From, Opposes ?? [], Addressee);
}

/// <summary>Why a draft is dropped; public.</summary>
internal sealed record DraftDropped(string Reason);

/// <summary>Drafts that become one.</summary>
/// <param name="Drafts">Two or more.</param>
/// <param name="Text">The text of the one.</param>
/// <param name="Addressee">Whoever must answer it.</param>
/// <param name="Reason">Why; public.</param>
internal sealed record DraftsMerged(IReadOnlyList<int> Drafts, string Text, string Addressee, string Reason);

/// <summary>The drafts in the order of the report.</summary>
internal sealed record DraftsOrdered(IReadOnlyList<int> Drafts);

/// <summary>A draft in another language.</summary>
/// <param name="Text">The translation of the text released for the agencies.</param>
/// <param name="Translator">The person who translated.</param>
internal sealed record DraftTranslated(string Text, string Translator);

/// <summary>What is written so far.</summary>
/// <param name="Drafts">In the order of the report.</param>
/// <param name="Addressees">Whoever can be asked to answer.</param>
/// <param name="NotTakenUp">Replies that ask for a change and that no draft is made from.</param>
/// <param name="Dropped">Drafts dropped.</param>
/// <param name="Merged">Drafts merged into another.</param>
/// <param name="Reworded">Times that words were changed.</param>
/// <param name="ReadBackAt">From when the drafts are read back; absent when there is nothing to read.</param>
/// <param name="Untranslated">Languages that members wait for.</param>
/// <param name="ReadBacks">What members answered.</param>
public sealed record DraftsView(
    IReadOnlyList<DraftView> Drafts, IReadOnlyList<string> Addressees, IReadOnlyList<int> NotTakenUp, int Dropped, int Merged, int Reworded,
    DateTimeOffset? ReadBackAt, IReadOnlyList<string> Untranslated, IReadOnlyList<ReadBackView> ReadBacks);

/// <summary>One draft.</summary>
/// <param name="Draft">Its id.</param>
/// <param name="Version">For If-Match.</param>
/// <param name="Kind">recommendation or dissent.</param>
/// <param name="Text">As written.</param>
/// <param name="From">Replies it is made from.</param>
/// <param name="Supports">Replies that support it.</param>
/// <param name="Opposes">Replies that oppose it.</param>
/// <param name="Voices">How many members those are.</param>
/// <param name="Addressee">Whoever must answer it.</param>
/// <param name="Released">Whether its text is released for the agencies.</param>
/// <param name="PublicReleased">Whether its text is released for everybody.</param>
/// <param name="Languages">Languages it is translated into.</param>
/// <param name="Became">Number of the recommendation it became.</param>
public sealed record DraftView(
    int Draft, string Version, DraftKind Kind, string Text, IReadOnlyList<int> From, IReadOnlyList<int> Supports,
    IReadOnlyList<int> Opposes, Voices Voices,
    string Addressee, bool Released, bool PublicReleased, IReadOnlyList<string> Languages, int? Became)
{
    internal static async Task<DraftView> OfAsync(Review review, DraftRecommendation draft, ReviewStore reviews,
        CancellationToken cancellationToken) => new(
        draft.Id, draft.Tag, draft.Kind, await reviews.ReadContentAsync(review.Id, draft.Content, cancellationToken) ?? "",
        draft.From, draft.Supports, draft.Opposes, Voices.Of(review, draft.Supports, draft.Opposes), draft.Addressee,
        draft.Release is not null, draft.PublicRelease is not null, [.. draft.Translations.Select(t => t.Language)], draft.Became);
}

/// <summary>What a member answered when the draft was read back.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="AskedAt">When it was read back; absent while it waits.</param>
/// <param name="Lacks">The language that is missing for this member.</param>
/// <param name="Shown">Drafts that were shown, with their versions.</param>
/// <param name="Choice">1 right, 2 not right.</param>
/// <param name="Text">Name of their words in the preview; absent when there are none.</param>
public sealed record ReadBackView(string MemberId, DateTimeOffset? AskedAt, string? Lacks, IReadOnlyList<ShownDraft> Shown, int? Choice,
    string? Text)
{
    internal static ReadBackView Of(FollowUp f) => new(
        f.MemberId, f.AskedAt, f.AskedAt is null ? f.Lacks : null, f.Shown, f.Choice,
        f.HasWords ? new TextName(WordsOf.Objection, f.Number).ToString() : null);
}

/// <summary>For whom a text is released, and how it reads for them.</summary>
/// <param name="For">agency or public.</param>
/// <param name="Text">The text as edited; absent releases it as written, with numbers masked.</param>
/// <param name="NobodyMeant">Why no word for a status tells of anybody's own life; needed once where the text has one.</param>
internal sealed record PreviewRelease(Audience For, string? Text = null, string? NobodyMeant = null);

/// <summary>A release that is taken back before the report.</summary>
/// <param name="For">agency or public.</param>
/// <param name="Reason">Why.</param>
internal sealed record ReleaseTakenBack(Audience For, string Reason);

/// <summary>Why words are not passed on.</summary>
/// <param name="Because">identifying, danger, off-topic or not-wanted; for coordinator and auditor only.</param>
internal sealed record WordsKept(WithheldBecause Because);

/// <summary>One text of a review before and after a person edited it.</summary>
/// <param name="Name">reply-3, draft-2 or objection-1.</param>
/// <param name="Question">Number of the question; absent for drafts and objections.</param>
/// <param name="Original">As written, numbers of people and cases masked.</param>
/// <param name="Agency">As the agencies read it; absent while it waits.</param>
/// <param name="Public">As everybody reads it; absent while it waits.</param>
/// <param name="HeldBecause">acute, worry or own-case: look before you release. unsure: some of it may be somebody else's words;
/// release what is the resident's own.</param>
/// <param name="Quotable">False when the member wants no word of it quoted: it is never released.</param>
/// <param name="Version">Of a draft, for If-Match.</param>
public sealed record PreviewText(
    string Name, int? Question, string Original, string? Agency, string? Public, IReadOnlyList<string> HeldBecause, bool Quotable,
    string? Version)
{
    /// <summary>Of a reply: undecided, released, released-in-other-words or withheld; absent when there is nothing to decide.</summary>
    public WordsDecision? Decision { get; init; }

    /// <summary>Why it is withheld.</summary>
    public WithheldBecause? WithheldBecause { get; init; }

    /// <summary>Why it is said in other words, or looked at, before it is released; absent when nothing speaks against it.</summary>
    public string? Reword { get; init; }

    /// <summary>Without what may be somebody else's words; absent when all of it is the resident's.</summary>
    public string? Trimmed { get; init; }
}

/// <summary>An answer to a follow-up that a member spoke.</summary>
/// <param name="MemberId">Who spoke.</param>
/// <param name="Kind">Which question.</param>
/// <param name="Choice">1 or 2 of a read-back, 1 to 3 of satisfaction; absent when none was made.</param>
/// <param name="Words">What was said, as it was said.</param>
/// <param name="Interpreter">The person who interpreted; absent when nobody had to.</param>
/// <param name="ReadBack">That the member heard it again and agreed; must be true, or <c>fromPaper</c>.</param>
/// <param name="FromPaper">That the member wrote it on paper, and it was typed from that.</param>
internal sealed record SpokenFollowUp(string MemberId, FollowUpKind Kind, int? Choice = null, string? Words = null,
    string? Interpreter = null, bool ReadBack = false, bool FromPaper = false)
{
    /// <summary>Everything that is wrong with it.</summary>
    internal IReadOnlyList<Fault> Check()
    {
        var faults = new List<Fault>();
        if (Choice is { } choice && (choice < 1 || choice > FollowingUp.Choices(Kind)))
            faults.Add(new("/choice", FormattableString.Invariant($"This question offers 1 to {FollowingUp.Choices(Kind)}.")));
        faults.AddRange(DictationCheck.Check(Choice, Words, Interpreter, ReadBack || FromPaper));
        return faults;
    }
}
