using CtVoice.Functions.Workflows;
using CtVoice.Testing.Architecture;

namespace CtVoice.Functions.Tests;

/// <summary>No class of the Azure host is made of more than eight.</summary>
public sealed class ConstructorTests
{
    [Fact]
    public void No_class_is_made_of_more_than_eight_or_of_the_container() =>
        Assert.Empty(WideConstructors.In(typeof(TimerFunctions).Assembly.GetTypes()));
}
