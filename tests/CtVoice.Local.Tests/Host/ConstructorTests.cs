using CtVoice.Local.Engine;
using CtVoice.Local.Trial;
using CtVoice.Testing.Architecture;

namespace CtVoice.Local.Tests.Host;

/// <summary>No class of the local host is made of more than eight.</summary>
public sealed class ConstructorTests
{
    [Fact]
    public void No_class_is_made_of_more_than_eight_or_of_the_container() => Assert.Empty(WideConstructors.In(
        typeof(EmbeddedEngine).Assembly.GetTypes(),
        // The engine makes activities, which say themselves what they are made of.
        nameof(EmbeddedEngine), nameof(ActivityCode),
        // A trial plays the whole product from outside, each part as a request or a job of its own.
        nameof(LocalTrial), nameof(Filling), nameof(Troupe), nameof(InProcess)));
}
