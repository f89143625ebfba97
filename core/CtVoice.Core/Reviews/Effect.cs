using System.Text.Json.Serialization;

namespace CtVoice.Core.Reviews;

/// <summary>
/// What a decision causes outside its own partition. Stored with the decision, applied afterwards at least once; applying
/// one twice is the same as once.
/// </summary>
[JsonDerivedType(typeof(StartReview), "start-review")]
[JsonDerivedType(typeof(StartInvitation), "start-invitation")]
[JsonDerivedType(typeof(StartAccountability), "start-accountability")]
[JsonDerivedType(typeof(WakeReview), "wake-review")]
[JsonDerivedType(typeof(WakeInvitation), "wake-invitation")]
[JsonDerivedType(typeof(WakeAccountability), "wake-accountability")]
[JsonDerivedType(typeof(NoteAsked), "note-asked")]
[JsonDerivedType(typeof(FreePhone), "free-phone")]
[JsonDerivedType(typeof(KeepPhone), "keep-phone")]
[JsonDerivedType(typeof(RefreshLists), "refresh-lists")]
[JsonDerivedType(typeof(Tell), "tell")]
public abstract record Effect
{
    private Effect() { }

    /// <summary>Starts the review's workflow.</summary>
    public sealed record StartReview : Effect;

    /// <summary>Starts a member's workflow.</summary>
    public sealed record StartInvitation(string MemberId, int Round) : Effect;

    /// <summary>Starts the workflow of whoever must answer a recommendation; one that runs looks again.</summary>
    public sealed record StartAccountability(int Number) : Effect;

    /// <summary>The review's workflow looks again.</summary>
    public sealed record WakeReview : Effect;

    /// <summary>A member's workflow looks again.</summary>
    public sealed record WakeInvitation(string MemberId, int Round) : Effect;

    /// <summary>The workflow of whoever must answer a recommendation looks again.</summary>
    public sealed record WakeAccountability(int Number) : Effect;

    /// <summary>A member was asked: it counts in the member's load.</summary>
    public sealed record NoteAsked(string MemberId, DateTimeOffset At) : Effect;

    /// <summary>A member's phone is free for the next numbered question.</summary>
    public sealed record FreePhone(string MemberId) : Effect;

    /// <summary>A member's open question stays open longer than its phone was taken for.</summary>
    public sealed record KeepPhone(string MemberId, DateTimeOffset Until) : Effect;

    /// <summary>The lists that show this review are written again.</summary>
    public sealed record RefreshLists : Effect;

    /// <summary>An office is told by mail what happened.</summary>
    /// <param name="Kind">Name of one of <see cref="Accountability.NoticeKinds"/>.</param>
    /// <param name="Agency">Code of the agency; null for the coordinator and the deputy.</param>
    /// <param name="At">The instant of the decision.</param>
    public sealed record Tell(string Kind, string? Agency, DateTimeOffset At) : Effect;
}
