import { Late, Skeleton, SkeletonRows } from '../ui/skeleton.tsx'

/** The shape of a file while nothing of it is known. */
export function Loading() {
  return (
    <Late>
      <div class="part stack">
        <Skeleton width="60%" height="20px" />
        <Skeleton width="80%" height="14px" />
        <Skeleton height="128px" />
      </div>
      <SkeletonRows rows={5} />
    </Late>
  )
}
