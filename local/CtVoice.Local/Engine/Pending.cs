using CtVoice.Core.Engine;

namespace CtVoice.Local.Engine;

/// <summary>Something stored that an instance still has before it: an arrival, or an activity that must run.</summary>
/// <param name="Instance">Row of the instance.</param>
/// <param name="Number">Order of arrival of what was started, raised or terminated; unused otherwise.</param>
/// <param name="Event">What it is.</param>
/// <param name="Attempt">For an activity: which attempt is next, from 1.</param>
/// <param name="Retry">For an activity: its policy.</param>
internal sealed record Pending(long Instance, long Number, HistoryEvent Event, int Attempt = 0, RetryPolicy? Retry = null);
