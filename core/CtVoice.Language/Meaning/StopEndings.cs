using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>What may follow a request to be left alone, and what it then means.</summary>
internal static class StopEndings
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.stop-endings");

    /// <summary>Where the messages go that are to end: "to my mother's address".</summary>
    internal static readonly Expression ToAnAddress = Forms.Begin("to an address");

    /// <summary>What may follow a plea without changing it.</summary>
    internal static readonly Expression Closing = Forms.Begin("closes");

    /// <summary>What narrows a plea to a topic, a time or a manner.</summary>
    internal static readonly Expression Narrowing = Forms.Begin("narrows");

    /// <summary>When it is not to be, where what follows could else be the object: "no manden de noche",
    /// and not "no manden a la policia".</summary>
    internal static readonly Expression Hours = Forms.Begin("hours");

    internal static readonly Expression Reasons = Forms.Begin("reasons");

    /// <summary>Messages between others are a matter of policy, also when they are to stop: "the texts that landlords send".</summary>
    internal static readonly Expression OfOthers = Forms.Within("of others");

    internal static readonly Expression Third = Forms.Begin("third");

    internal static readonly Expression ThirdOfAsking = Forms.Begin("third, of asking");
}
