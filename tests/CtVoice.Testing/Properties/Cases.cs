using CsCheck;

namespace CtVoice.Testing.Properties;

/// <summary>Tries a property on generated cases: the same ones in every run,
/// and the first that breaks it is made as small as it goes.</summary>
public static class Cases
{
    private const ulong Seed = 20270111;

    // Smaller cases are looked for among that many, which takes seconds at most.
    private const long Shrinking = 20_000;

    /// <summary>Throws CsCheck's account of the smallest case that was found to break the property,
    /// with the seed that makes it again.</summary>
    /// <param name="cases">What cases are made of.</param>
    /// <param name="count">How many are tried.</param>
    /// <param name="property">Throws where it does not hold.</param>
    public static void Hold<T>(this Gen<T> cases, int count, Action<T> property)
    {
        for (var n = 0u; n < count; n++)
        {
            var source = new PCG(n, Seed);
            var again = source.ToString();
            try
            {
                property(cases.Generate(source, null, out _));
            }
            catch
            {
                cases.Sample(property, seed: again, iter: Shrinking, threads: 1);
                throw;
            }
        }
    }

    /// <summary>
    /// Chance for code that asks a <see cref="Random"/>: at most that many draws, each of which can shrink; after them everything is the
    /// first, the least, the plainest.
    /// </summary>
    public static Gen<Random> Chance(int draws) =>
        Gen.UInt[0, uint.MaxValue - 1].Array[0, draws].Select(Random (drawn) => new Drawn(drawn));

    private sealed class Drawn(uint[] draws) : Random
    {
        private int next;

        protected override double Sample() => next < draws.Length ? draws[next++] / 4294967296.0 : 0;

        public override string ToString() => $"draws {string.Join(", ", draws)}";

        // The two that the framework does not derive from a sample.
        public override int Next() => (int)(Sample() * int.MaxValue);

        public override void NextBytes(byte[] buffer)
        {
            for (var i = 0; i < buffer.Length; i++)
                buffer[i] = (byte)Next(256);
        }
    }
}
