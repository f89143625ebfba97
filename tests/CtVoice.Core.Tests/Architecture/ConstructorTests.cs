using CtVoice.Language.Meaning;
using CtVoice.Testing.Architecture;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>No class of core is made of more than eight. The tests of the hosts say the same of theirs.</summary>
public sealed class ConstructorTests
{
    [Fact]
    public void No_class_is_made_of_more_than_eight() => Assert.Empty(WideConstructors.In(
        typeof(CtVoiceServices).Assembly.GetTypes().Concat(typeof(DangerLevel).Assembly.GetTypes())));

    [Fact]
    public void A_ninth_is_found_and_so_is_the_container_and_a_record_is_data()
    {
        Assert.Equal(
            [$"{typeof(Nine).FullName} asks for 9: {string.Join(", ", Enumerable.Repeat("Int32", 9))}"],
            WideConstructors.In([typeof(Nine), typeof(Eight), typeof(Data), typeof(Value)]));
        Assert.Single(WideConstructors.In([typeof(Everything)]));
        Assert.Empty(WideConstructors.In([typeof(Everything)], nameof(Everything)));
    }

#pragma warning disable CS9113 // Asked for, and not used: they are here to be counted.
    private sealed class Nine(int a, int b, int c, int d, int e, int f, int g, int h, int i);

    private sealed class Eight(int a, int b, int c, int d, int e, int f, int g, int h);

    private sealed class Everything(IServiceProvider services);
#pragma warning restore CS9113

    private sealed record Data(int A, int B, int C, int D, int E, int F, int G, int H, int I);

    private readonly record struct Value(int A, int B, int C, int D, int E, int F, int G, int H, int I);
}
